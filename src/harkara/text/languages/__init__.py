"""The languages of the script, a profile for each."""

from harkara.text.languages.base import Profile
from harkara.text.languages.hindi import HINDI
from harkara.text.languages.marathi import MARATHI
from harkara.text.languages.nepali import NEPALI

__all__ = ["HINDI", "MARATHI", "NEPALI", "PROFILES", "Profile"]

PROFILES = {profile.code: profile for profile in (HINDI, MARATHI, NEPALI)}
