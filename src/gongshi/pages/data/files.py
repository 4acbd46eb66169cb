"""Every data file of the site: each data set in every format with its schema, and all of them together."""

import hashlib
import io
import zipfile
from collections.abc import Mapping

from gongshi.pages.data.database import database_bytes
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.data.dictionary import dictionary_csv, readme
from gongshi.pages.data.schema import data_package, json_schema
from gongshi.pages.data.sheets import sheet_of_dataset
from gongshi.pages.sheets.formats import FORMATS
from gongshi.public.site import PublicSite

ZIP, DATABASE, PACKAGE, SUMS = "gongshi.zip", "gongshi.sqlite", "datapackage.json", "SHA256SUMS"
DICTIONARY = "dictionary.csv"
_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the zip bears: the earliest that a zip can tell."""


def data_files(site: PublicSite) -> dict[str, bytes]:
    """Every data file by its path inside the site's folder of data."""
    rows = {dataset.name: dataset.rows(site) for dataset in DATASETS}
    files: dict[str, bytes] = {}
    for dataset in DATASETS:
        sheet = sheet_of_dataset(dataset, rows[dataset.name])
        files |= {f"{dataset.name}.{form.suffix}": form.write(sheet) for form in FORMATS}
        files[f"schemas/{dataset.name}.json"] = json_schema(dataset, site)
    files[PACKAGE] = data_package(site, files)
    files[DICTIONARY] = dictionary_csv()
    files[DATABASE] = database_bytes(site, rows)
    files[ZIP] = _zipped({**files, "README.txt": readme(site)})
    files[SUMS] = "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files)).encode()
    return files


def sha256(content: bytes) -> str:
    """The checksum of a file, as `sha256sum` writes it."""
    return hashlib.sha256(content).hexdigest()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in the order of their names, with nothing of the machine or the time in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.create_system = 3  # Unix on every machine
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
