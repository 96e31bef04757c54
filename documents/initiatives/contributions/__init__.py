"""What units send to the showcase: that they apply an initiative, what they need.

A row is a reader's word until an organiser has decided on it; the names and numbers of
whoever wrote are kept beside it, for the organiser alone and for a time only.
"""
