"""Invented news for tests."""

from datetime import date

import factory
from wagtail_factories import PageFactory

from home.models import ArticlePage, NewsTopic


class NewsTopicFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence("Chủ đề {}".format)
    slug = factory.Sequence("chu-de-{}".format)

    class Meta:
        model = NewsTopic


class ArticlePageFactory(PageFactory):
    title = factory.Sequence("Tin minh họa {}".format)
    slug = factory.Sequence("tin-minh-hoa-{}".format)
    summary = "Một tin minh họa để thử trang."
    published_on = date(2021, 1, 29)
    topic = factory.SubFactory(NewsTopicFactory)

    class Meta:
        model = ArticlePage
