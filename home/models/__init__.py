from home.models.front import HomePage, StandardPage
from home.models.news import ArticlePage, NewsIndexPage, NewsTopic

__all__ = ["ArticlePage", "HomePage", "NewsIndexPage", "NewsTopic", "StandardPage"]
