"""*Sổ tay*: how each errand of the admin is done, for the people who do it.

A chapter is a template in `templates/home/handbook/chapters`; `chapters` lists them,
`screens` says at which of them each is offered, `pictures` how its pictures are taken
anew from the demonstration (`manage.py take_handbook_pictures`).
"""
