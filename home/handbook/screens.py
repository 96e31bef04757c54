"""At which screen which chapter is offered. Keys are names of addresses."""

from django.http import HttpRequest
from wagtail.models import Page

from home.handbook.chapters import Chapter, chapter

OF_SCREENS = {
    "wagtailadmin_home": "vao-trang-quan-tri",
    "wagtailimages:index": "anh",
    "wagtailimages:add": "anh",
    "wagtailimages:edit": "anh",
    "wagtailimages:add_multiple": "anh",
    "import_article": "nhap-bai",
    "import_regulations": "nhap-van-ban-tu-bang",
    "import_regulations_trial": "nhap-van-ban-tu-bang",
    "regulations:index": "van-ban",
    "question_desk": "tra-loi-cau-hoi",
    "question_desk_one": "tra-loi-cau-hoi",
    "data_requests": "yeu-cau-du-lieu",
    "data_request": "yeu-cau-du-lieu",
    "data_request_add": "yeu-cau-du-lieu",
    "data_request_people": "yeu-cau-du-lieu",
    "question_people": "yeu-cau-du-lieu",
    "question_people_found": "yeu-cau-du-lieu",
    "nhu-cau:index": "viec-sang-kien",
    "nhu-cau:edit": "viec-sang-kien",
    "ap-dung-sang-kien:index": "viec-sang-kien",
    "ap-dung-sang-kien:edit": "viec-sang-kien",
    "de-xuat-sang-kien:index": "viec-sang-kien",
    "de-xuat-sang-kien:edit": "viec-sang-kien",
    "hold_elsewhere": "lap-chuoi-hoi-nghi",
    "desk_events": "duyet-dang-ky",
    "registrations": "duyet-dang-ky",
    "registration": "duyet-dang-ky",
    "registration_add": "duyet-dang-ky",
    "registration_edit": "duyet-dang-ky",
    "registrations_do": "duyet-dang-ky",
    "registrations_columns": "xuat-danh-sach",
    "registrations_note": "nhan-tin",
    "event_path": "ngay-hoi-nghi",
    "attendance": "ngay-hoi-nghi",
    "attendance_paper": "ngay-hoi-nghi",
    "statistics": "ngay-hoi-nghi",
    "event_report": "ngay-hoi-nghi",
    "survey": "ngay-hoi-nghi",
    "certificates": "ngay-hoi-nghi",
    "event_news": "hoan-hoi-nghi",
    "event_calls": "hoan-hoi-nghi",
    "invitations": "moi-co-quan",
    "invitations_add": "moi-co-quan",
    "invitation_edit": "moi-co-quan",
    "assignments": "giao-phu-trach",
    "assignment": "giao-phu-trach",
    "wagtailusers_users:index": "giao-phu-trach",
    "wagtailusers_users:add": "giao-phu-trach",
    "wagtailusers_users:edit": "giao-phu-trach",
    "outgoing_mail": "trong-coi-cong",
    "search_misses": "trong-coi-cong",
}
OF_PAGES = {
    "articlepage": "viet-bai",
    "newsindexpage": "viet-bai",
    "eventpage": "lap-chuoi-hoi-nghi",
    "conferenceseriespage": "lap-chuoi-hoi-nghi",
    "eventindexpage": "lap-chuoi-hoi-nghi",
    "regulationpage": "van-ban",
    "regulationindexpage": "van-ban",
    "guidepage": "huong-dan-bieu-mau",
    "guideindexpage": "huong-dan-bieu-mau",
    "formindexpage": "huong-dan-bieu-mau",
}
_ONE_PAGE = {"wagtailadmin_pages:edit", "wagtailadmin_explore"}


def chapter_of(request: HttpRequest) -> Chapter | None:
    """The chapter about the screen that is asked for, where there is one."""
    found = request.resolver_match
    if found is None:
        return None
    if found.view_name == "wagtailadmin_pages:add":
        page_type = (
            found.args[1] if found.args else found.kwargs["content_type_model_name"]
        )
        return chapter(OF_PAGES.get(page_type, ""))
    if found.view_name in _ONE_PAGE:
        pk = next(iter((*found.args, *found.kwargs.values())), None)
        types = Page.objects.filter(pk=pk).values_list("content_type__model", flat=True)
        return chapter(OF_PAGES.get(types.first() or "", ""))
    return chapter(OF_SCREENS.get(found.view_name, ""))
