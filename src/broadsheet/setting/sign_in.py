from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class SignInConfig(Group):
    """How readers sign in. Only what is on here and has its keys is shown to them."""

    email: bool = Field(
        True, description="By a code sent to their e-mail address; needs a mail server."
    )
    passkeys: bool = Field(
        True, description="By a passkey; needs an address with https, or localhost."
    )
    x_id: str = Field("", description="X: the OAuth 2 client's id; empty for no such way.")
    x_secret: str = Field("", description="Its secret; better BROADSHEET_SIGN_IN__X_SECRET.")
    facebook_id: str = Field("", description="Facebook: the app's id.")
    facebook_secret: str = Field("", description="Its secret.")
    google_id: str = Field("", description="Google: the OAuth client's id.")
    google_secret: str = Field("", description="Its secret.")
    kakao_id: str = Field("", description="Kakao: the app's REST API key.")
    kakao_secret: str = Field("", description="Its client secret.")
    naver_id: str = Field("", description="Naver: the application's client id.")
    naver_secret: str = Field("", description="Its client secret.")
