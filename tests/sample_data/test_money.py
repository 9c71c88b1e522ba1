"""Revenue to the cent, documents and grant files, added up from the files."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from tests.sample_data.reading import Sent, day, in_year, number

AMOUNT = "Crédit moins débit"
# dispositif -> revenue of 2023, sales and grants of 2024
REVENUE = {
    "CLICHY": (0, 205_000, 0),
    "SCEAUX": (129_500, 132_000, 0),
    "CHARENTON": (90_200, 92_000, 0),
    "VINCENNES": (21_000, 22_000, 0),
    "IDF-ECOLE": (162_300, 109_479, 49_461),
    "AACC": (171_500, 0, 168_000),
    "T13": (0, 36_800, 0),
    "ICF": (54_800, 47_400, 0),
    "NANTES-QUARTIER": (1_528_000, 1_452_000, 0),
    "VAN-NUIT": (205_000, 212_000, 0),
    "CCAS": (51_600, 51_870, 0),
    "NANTES-ECOLE": (559_000, 0, 534_000),
    "RENNES-JOUR": (300_000, 318_000, 0),
    "RENNES-BINOMES": (118_000, 0, 152_000),
    "RENNES-ECOLE": (178_400, 0, 238_210),
    "RENNES-PISCINE": (36_000, 38_000, 0),
    "ENCOMBRANTS": (71_530, 85_120, 0),
    "ANGERS-NUIT": (452_500, 441_000, 0),
    "FOIRE": (9_400, 9_600, 0),
    "VELIVAL": (0, 27_500, 0),
    "ALH": (19_600, 17_840, 0),
}
Key = tuple[int, str]


@pytest.fixture(scope="module")
def revenue(sent: Sent) -> dict[str, dict[Key, Decimal]]:
    """The revenue by year and by each column that says where it comes from."""
    source = {line["Code"]: line["Source"] for line in sent.lines("comptes")}
    found: dict[str, dict[Key, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for line in sent.lines("grand livre"):
        if source[line["Compte"]] == "Charges":
            continue
        year, amount = day(line["Date"]).year, number(line[AMOUNT])
        found["source"][year, source[line["Compte"]]] += amount
        for column in ("Dispositif", "Agence", "Branche"):
            found[column][year, line[column]] += amount
        found["dispositif and source"][year, f"{line['Dispositif']} {source[line['Compte']]}"] += amount
    return found


@pytest.mark.parametrize("dispositif", REVENUE)
def test_revenue_by_dispositif_and_source(dispositif: str, revenue: dict[str, dict[Key, Decimal]]) -> None:
    in_2023, sales, grants = REVENUE[dispositif]
    assert revenue["Dispositif"].get((2023, dispositif), 0) == in_2023
    by_source = revenue["dispositif and source"]
    assert by_source.get((2024, f"{dispositif} Ventes de prestations"), 0) == sales
    assert by_source.get((2024, f"{dispositif} Subventions"), 0) == grants


def test_revenue_by_source(revenue: dict[str, dict[Key, Decimal]]) -> None:
    found = revenue["source"]
    for year, amounts in {2023: (3_221_000, 1_141_000, 75_262), 2024: (3_462_157, 1_204_171, 81_542)}.items():
        names = ("Ventes de prestations", "Subventions", "Financements apprentis")
        assert tuple(found[year, name] for name in names) == amounts
    assert sum(found[2023, source] for _, source in found if _ == 2023) == 4_437_262
    assert sum(found[2024, source] for _, source in found if _ == 2024) == 4_747_870


def test_revenue_by_agency_counts_the_head_office_and_bulky_waste_apart(
    revenue: dict[str, dict[Key, Decimal]],
) -> None:
    agencies, branches = revenue["Agence"], revenue["Branche"]
    assert (agencies[2023, "IDF"], agencies[2024, "IDF"]) == (629_300, 862_140)
    assert (agencies[2023, "NANTES"], agencies[2024, "NANTES"]) == (2_343_600, 2_249_870)
    assert (agencies[2023, "RENNES"], agencies[2024, "RENNES"]) == (632_400 + 71_530, 746_210 + 85_120)
    assert (agencies[2023, "ANGERS"], agencies[2024, "ANGERS"]) == (481_500, 495_940)
    assert agencies[2024, "SIEGE"] == branches[2024, "Formation"] + branches[2024, "Divers"]
    assert (branches[2023, "Formation"], branches[2024, "Formation"]) == (250_400, 280_960)
    assert (branches[2023, "Divers"], branches[2024, "Divers"]) == (28_532, 27_630)
    assert branches[2024, "Encombrants"] == 85_120


def test_training_and_the_rest_of_the_head_office_are_no_dispositifs(sent: Sent) -> None:
    for line in sent.lines("grand livre"):
        assert (line["Dispositif"] == "") == (line["Agence"] == "SIEGE")
        assert (line["Branche"] in ("Formation", "Divers")) == (line["Agence"] == "SIEGE")


def test_money_comes_in_when_the_work_is_done(sent: Sent) -> None:
    months: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for line in sent.lines("grand livre"):
        months[line["Dispositif"]].add((day(line["Date"]).year, day(line["Date"]).month))
    assert min(months["CLICHY"]) == (2024, 7)
    assert {month for _, month in months["RENNES-PISCINE"]} == {6, 7, 8}
    assert {month for _, month in months["FOIRE"]} == {11}
    assert len(months["NANTES-QUARTIER"]) == 24


def test_months_are_not_the_year_divided_by_twelve(sent: Sent) -> None:
    lines = sent.lines("grand livre", Dispositif="NANTES-QUARTIER", Compte="706100", Date=in_year(2024))
    amounts = [number(line[AMOUNT]) for line in lines]
    assert len(amounts) == 12
    assert min(amounts) * Decimal("1.05") < max(amounts) < min(amounts) * 2


def test_charges_are_negative_and_leave_a_small_result(sent: Sent) -> None:
    for year in (2023, 2024):
        amounts = [number(line[AMOUNT]) for line in sent.lines("grand livre", Date=in_year(year))]
        income = sum(amount for amount in amounts if amount > 0)
        assert Decimal(0) < sum(amounts) < income * Decimal("0.05")


# --- documents ---------------------------------------------------------------------------------------------


def test_client_documents_add_up_to_the_sales_by_dispositif(
    sent: Sent, revenue: dict[str, dict[Key, Decimal]]
) -> None:
    for year in (2023, 2024):
        billed: dict[str, Decimal] = defaultdict(Decimal)
        for line in sent.lines("factures", Sens="Client", Date=in_year(year)):
            billed[line["Dispositif"]] += number(line["Montant HT"])
        sold = {
            key[1].removesuffix(" Ventes de prestations"): amount
            for key, amount in revenue["dispositif and source"].items()
            if key[0] == year and key[1].endswith(" Ventes de prestations")
        }
        assert billed == sold


def test_documents_are_counted_credit_notes_included(sent: Sent) -> None:
    found = Counter((line["Sens"], line["Pièce"]) for line in sent.lines("factures", Date=in_year(2024)))
    assert found["Client", "Facture"] + found["Client", "Avoir"] == 485
    assert found["Fournisseur", "Facture"] + found["Fournisseur", "Avoir"] == 1_647
    assert min(found.values()) > 0
    before = Counter(line["Sens"] for line in sent.lines("factures", Date=in_year(2023)))
    assert 400 < before["Client"] < 485
    assert 1_500 < before["Fournisseur"] < 1_647


def test_a_credit_note_is_negative_and_an_invoice_is_not(sent: Sent) -> None:
    for line in sent.lines("factures"):
        assert (number(line["Montant HT"]) < 0) == (line["Pièce"] == "Avoir")


def test_supplier_documents_add_up_to_the_external_charges(sent: Sent) -> None:
    external = [
        line
        for line in sent.lines("grand livre", Date=in_year(2024))
        if line["Compte"] in ("606000", "613000", "625000")
    ]
    received = sent.total("factures", "Montant HT", Sens="Fournisseur", Date=in_year(2024))
    assert received == -sum(number(line[AMOUNT]) for line in external)


def test_grant_files_some_refused_and_those_granted_are_the_grants_of_the_ledger(
    sent: Sent, revenue: dict[str, dict[Key, Decimal]]
) -> None:
    for year, how_many in {2023: 13 + 8, 2024: 13 + 11}.items():
        files = sent.lines("dossiers de subvention", **{"Déposé le": in_year(year)})
        assert len(files) == how_many
        granted = sum(number(line["Montant accordé"]) for line in files)
        assert granted == revenue["source"][year, "Subventions"]
        assert any(line["Statut"] == "Refusé" for line in files)


def test_a_file_is_never_granted_more_than_asked_and_nothing_when_not_granted(sent: Sent) -> None:
    for line in sent.lines("dossiers de subvention"):
        granted = number(line["Montant accordé"])
        assert granted <= number(line["Montant demandé"])
        assert (granted > 0) == (line["Statut"] == "Accordé")


# --- budget and targets ------------------------------------------------------------------------------------


def test_the_budget_is_near_what_happens_and_goes_one_year_further(sent: Sent) -> None:
    for year, actual in {2023: 4_437_262, 2024: 4_747_870}.items():
        income = sent.total(
            "budget", "Montant", Mois=in_year(year), Source=lambda source: source != "Charges"
        )
        assert abs(income - actual) < actual * Decimal("0.04")
    ahead = sent.lines("budget", Mois=in_year(2025))
    assert {day(line["Mois"]).month for line in ahead} == set(range(1, 13))
    assert "BAGNEUX" in {line["Dispositif"] for line in ahead}


def test_revenue_targets_are_the_budget_and_agencies_add_up_to_the_association(sent: Sent) -> None:
    targets = [line for line in sent.lines("objectifs", Indicateur="revenue") if in_year(2024)(line["Début"])]
    whole = sum(number(line["Valeur"]) for line in targets if line["Agence"] == "")
    assert whole == sum(number(line["Valeur"]) for line in targets if line["Agence"])
    voted = sent.total("budget", "Montant", Mois=in_year(2024), Source=lambda source: source != "Charges")
    assert whole == voted


def test_targets_of_expenses_are_those_of_the_budget_above_zero(sent: Sent) -> None:
    targets = [
        line for line in sent.lines("objectifs", Indicateur="expenses") if in_year(2024)(line["Début"])
    ]
    whole = sum(number(line["Valeur"]) for line in targets if line["Agence"] == "")
    assert whole == sum(number(line["Valeur"]) for line in targets if line["Agence"])
    assert whole == -sent.total("budget", "Montant", Mois=in_year(2024), Source="Charges") > 0


def test_targets_of_the_agencies_add_up_to_those_of_the_association(sent: Sent) -> None:
    for metric in ("interventions", "people_met", "field_hours"):
        by_month: dict[str, Decimal] = defaultdict(Decimal)
        for line in sent.lines("objectifs", Indicateur=metric):
            by_month[line["Début"]] += number(line["Valeur"]) * (-1 if line["Agence"] == "" else 1)
        assert len(by_month) == 24
        assert not any(by_month.values())
