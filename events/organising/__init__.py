"""The organiser's part of the admin: registrations, invitations, agencies, news.

Everything here is for those who may edit the conference's page, and nobody else.
"""
