"""Letters from readers to reporters: a form, a limit, and no address on any page."""

from __future__ import annotations

import datetime as dt
import ipaddress
import logging

from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.desk.models import Author, Letter
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages

logger = logging.getLogger("broadsheet.desk")


class LetterForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("Your e-mail address"), max_length=254)
    message = forms.CharField(
        label=_("Your letter"), min_length=10, max_length=5000, widget=forms.Textarea
    )

    def clean_name(self) -> str:
        return " ".join(str(self.cleaned_data["name"]).split())


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """`/letters/<author>/`. A letter is kept, then passed on by mail where there is a server."""
    author = Author.objects.filter(slug=slug, accepts_letters=True).first()
    if author is None:
        raise Http404(gettext("Nobody of that name takes letters."))
    form = LetterForm(request.POST or None)
    status, is_sent = 200, False
    person = Translator().person(author)
    if request.method == "POST":
        network = network_of(request.META["REMOTE_ADDR"])
        if _is_over_limit(network):
            form.add_error(None, gettext("You have written several letters. Please wait an hour."))
            status = 429
        elif form.is_valid():
            _pass_on(_keep(author, form, network))
            is_sent, status = True, 200
        else:
            status = 422
    html = pages.letter_page(
        person, newspaper(), form=form, csrf_token=get_token(request), is_sent=is_sent
    )
    return as_paper(HttpResponse(html, status=status))


def network_of(address: str) -> str:
    """The block that a limit counts: an IPv4 address, or the /64 that a household's IPv6 has."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    prefix = 32 if parsed.version == 4 else 64
    return str(ipaddress.ip_network((parsed, prefix), strict=False))


def _is_over_limit(network: str) -> bool:
    since = timezone.now() - dt.timedelta(hours=1)
    recent = Letter.objects.from_block(network, since=since).count()
    return recent >= int(settings.CONFIG.letters.per_hour)


def _keep(author: Author, form: LetterForm, network: str) -> Letter:
    return Letter.objects.create(
        author=author,
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        text=form.cleaned_data["message"],
        network=network,
        sent_at=timezone.now(),
    )


def _pass_on(letter: Letter) -> None:
    """By mail to the reporter, with the reader's address to answer to. It is kept anyway."""
    if not settings.CONFIG.mail.host or not letter.author.email:
        return
    message = EmailMessage(
        subject=gettext("A reader's letter from %(name)s") % {"name": letter.name},
        body=letter.text,
        to=[letter.author.email],
        reply_to=[letter.email],
    )
    try:
        message.send()
    except OSError as error:
        logger.error("letter %s could not be mailed (%s); it is kept at the desk", letter.pk, error)
    else:
        letter.mailed_at = timezone.now()
        letter.save(update_fields=["mailed_at"])
