from guides.models.bulk_files import BulkFile
from guides.models.first_pages import FirstPage
from guides.models.form_pages import FormFile, FormIndexPage, FormPage
from guides.models.guide_pages import GuideIndexPage, GuidePage
from guides.models.open_data_page import OpenDataPage

__all__ = [
    "BulkFile",
    "FirstPage",
    "FormFile",
    "FormIndexPage",
    "FormPage",
    "GuideIndexPage",
    "GuidePage",
    "OpenDataPage",
]
