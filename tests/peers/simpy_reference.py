"""The reference sequence as a SimPy model: the peer that Dripline's speed is compared with.

It models `tests/benches/engine/reference.ron` (a chain of 30 items: a Start, 14 delay timers in
contacts' zones, 15 ready communications and processes) with one SimPy process for each contact.
Each visit of a contact at an item is kept and counted. Timers follow the rules of a sequence to
the second, with the zone data of the pinned `tzdata` package, so the events of both programs can
be compared byte for byte. What items do to tags, owners, fields and round robins, and the effects
they write, is left out: only the product spends time on those.

Measured is the simulation alone, by the wall clock: making the processes and running them until
nothing waits. Starting Python, making up the contacts and writing the events are not in it. The
garbage collector is off meanwhile: reference counts free all there is to free, and a run of
100,000 contacts takes half the time for the same memory.

    pip install -r requirements.txt
    python simpy_reference.py --contacts 10000
    python simpy_reference.py --contacts 2000 --events events.csv --json
"""

import argparse
import csv
import gc
import json
import zoneinfo
from calendar import monthrange
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from time import perf_counter

import simpy

zoneinfo.reset_tzpath(to=[])  # not the system's zone data

DAY = timedelta(days=1)
MIDNIGHT = time(0)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
ZONES = ["America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles"]
RAN = ("ran", "")  # outcome and reason of a visit


@cache
def instant(day: date, at: time, zone: zoneinfo.ZoneInfo) -> int:
    """The UTC second of a local date and time.

    With fold=0 Python takes the first of two, and the offset before a gap: the "compatible" rule.
    """
    return int(datetime.combine(day, at, zone).timestamp())


def plus_weekdays(day: date, n: int) -> date:
    """The n-th Monday-to-Friday date after `day`."""
    while n:
        day += DAY
        n -= day.weekday() < SAT
    return day


def plus_months(day: date, n: int) -> date:
    """The same day of the month n months later, clamped to the end of the month."""
    year, month0 = divmod(12 * day.year + day.month - 1 + n, 12)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


NextDate = Callable[[date], date]  # "run on": the first allowed date from a date on


def on_days(*weekdays: int) -> NextDate:
    steps = [timedelta(days=min((wanted - today) % 7 for wanted in weekdays)) for today in range(7)]
    return lambda day: day + steps[day.weekday()]


def once_a_month(of_month: Callable[[int, int], date]) -> NextDate:
    def next_date(day: date) -> date:
        this = of_month(day.year, day.month)
        return this if this >= day else of_month(day.year + day.month // 12, day.month % 12 + 1)

    return next_date


ANY_DAY = on_days(*range(7))
WEEKDAYS = on_days(MON, TUE, WED, THU, FRI)
WEEKENDS = on_days(SAT, SUN)
THE_15TH = once_a_month(lambda year, month: date(year, month, 15))
FIRST_MONDAY = once_a_month(lambda year, month: date(year, month, 1 + -date(year, month, 1).weekday() % 7))


@dataclass(slots=True)
class Delay:
    """A delay timer; `opens` alone is "at", with `closes` "between", and neither is "any time"."""

    amount: int
    unit: str
    next_date: NextDate = ANY_DAY
    opens: time | None = None
    closes: time | None = None

    def earliest(self, arrived: int, zone: zoneinfo.ZoneInfo) -> int:
        """From when on a day is looked for (campaign rule `day_count: CalendarDays`)."""
        n, unit = self.amount, self.unit
        if unit == "minutes" or unit == "hours":
            return arrived + n * (60 if unit == "minutes" else 3600)
        day = datetime.fromtimestamp(arrived, zone).date()
        if unit == "days" or unit == "weeks":
            day += timedelta(days=n if unit == "days" else 7 * n)
        elif unit == "weekdays":
            day = plus_weekdays(day, n)
        else:
            day = plus_months(day, n)
        return max(arrived, instant(day, MIDNIGHT, zone))

    def due(self, arrived: int, zone: zoneinfo.ZoneInfo) -> int:
        """When a contact that arrives at this instant goes on."""
        earliest = self.earliest(arrived, zone)
        first = day = datetime.fromtimestamp(earliest, zone).date()
        while True:
            day = self.next_date(day)
            if self.opens is None:
                return earliest if day == first else max(earliest, instant(day, MIDNIGHT, zone))
            start = instant(day, self.opens, zone)
            if self.closes is None:
                if start >= earliest:
                    return start
            elif max(start, earliest) < instant(day, self.closes, zone):
                return max(start, earliest)
            day += DAY


@dataclass(slots=True)
class Contact:
    id: str
    email: str
    zone: zoneinfo.ZoneInfo
    entered: int
    postal_address: str = ""
    plan: str = ""


# The chain of tests/benches/engine/reference.ron; item ids are 1 to 30 in this order.
SEQUENCE: list[Delay | str] = [
    *("Start", "Email"),
    *(Delay(3, "days", WEEKDAYS, time(8)), "ApplyRemoveTag"),
    *(Delay(2, "hours", WEEKDAYS, time(8), time(17)), "Email"),
    *(Delay(1, "days"), "CreateTask"),
    *(Delay(1, "weeks", on_days(TUE, THU), time(10, 30)), "ApplyNote"),
    *(Delay(30, "minutes"), "Email"),
    *(Delay(2, "weekdays", ANY_DAY, time(9), time(12)), "AssignOwner"),
    *(Delay(1, "months", THE_15TH, time(9)), "Letter"),
    *(Delay(4, "days", WEEKENDS, time(10), time(18)), "EmailToUser"),
    *(Delay(12, "hours"), "SetPlanIfBlank"),
    *(Delay(5, "days", FIRST_MONDAY, time(7, 45)), "CreateOpportunity"),
    *(Delay(5, "weekdays", WEEKDAYS, time(16)), "Email"),
    *(Delay(2, "weeks", WEEKDAYS, time(8), time(20)), "SendHttpPost"),
    *(Delay(90, "minutes", ANY_DAY, time(18), time(22)), "ActionSet"),
    *(Delay(2, "months", WEEKDAYS, time(11, 15)), "Email"),
]


def outcome_of(kind: str, contact: Contact) -> tuple[str, str]:
    """What becomes of a contact's visit at an item that is no timer."""
    if kind == "Email" and not contact.email:
        return "skipped", "no_email_address"
    if kind == "Letter" and not contact.postal_address:
        return "skipped", "no_postal_address"
    if kind == "SetPlanIfBlank" and contact.plan:
        return "skipped", "already_set"
    return RAN


class Simulation:
    def __init__(self, contacts: list[Contact]) -> None:
        self.contacts = contacts
        # The contact's place in the list, item, outcome and reason, arrived, due (None if skipped).
        self.visits: list[tuple[int, int, tuple[str, str], int, int | None]] = []
        self.ran = [0] * (len(SEQUENCE) + 1)
        self.skipped = [0] * (len(SEQUENCE) + 1)

    def run(self) -> None:
        """Puts every contact through the sequence, until nothing waits."""
        env = simpy.Environment(initial_time=min((contact.entered for contact in self.contacts), default=0))
        for place, contact in enumerate(self.contacts):
            env.process(self.journey(env, place, contact))
        env.run()

    def journey(self, env: simpy.Environment, place: int, contact: Contact) -> Generator[simpy.Event, None, None]:
        visits, ran, zone = self.visits, self.ran, contact.zone
        yield env.timeout(contact.entered - env.now)
        now = env.now
        for item_id, item in enumerate(SEQUENCE, 1):
            arrived = now
            if isinstance(item, Delay):
                yield env.timeout(item.due(now, zone) - now)
                now = env.now
            elif (outcome := outcome_of(item, contact)) is not RAN:
                self.skipped[item_id] += 1
                visits.append((place, item_id, outcome, arrived, None))
                continue
            ran[item_id] += 1
            visits.append((place, item_id, RAN, arrived, now))

    def write_events(self, path: str) -> None:
        """Rows by contact, then arrival, then item; a contact's own visits are in order already."""
        with open(path, "w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(["contact_id", "item_id", "outcome", "reason", "arrived", "due"])
            for place, item_id, outcome, arrived, due in sorted(self.visits, key=lambda visit: visit[0]):
                rows.writerow([self.contacts[place].id, item_id, *outcome, utc(arrived), utc(due)])


def utc(at: int | None) -> str:
    return "" if at is None else datetime.fromtimestamp(at, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def made_up(count: int) -> list[Contact]:
    """The contacts that the product's own benchmark uses."""
    zones = [zoneinfo.ZoneInfo(name) for name in ZONES]
    entered = [1_772_400_000 + n * 7919 % 604_800 for n in range(count)]
    return [Contact(f"c{n}", f"p{n}@example.com", zones[n % 5], entered[n]) for n in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--contacts", type=int, required=True, metavar="N", help="how many contacts")
    parser.add_argument("--events", metavar="FILE", help="write every visit as CSV")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()

    simulation = Simulation(made_up(args.contacts))
    gc.disable()
    began = perf_counter()
    simulation.run()
    seconds = perf_counter() - began

    visits = len(simulation.visits)
    figures = {"contacts": args.contacts, "visits": visits, "seconds": seconds, "visits_per_second": visits / seconds}
    if args.json:
        counts = enumerate(zip(simulation.ran, simulation.skipped))
        items = {item_id: {"ran": ran, "skipped": skipped} for item_id, (ran, skipped) in counts if item_id}
        print(json.dumps(figures | {"items": items}))
    else:
        for name, figure in figures.items():
            print(f"{name} {figure:.3f}" if name == "seconds" else f"{name} {figure:.0f}")
    if args.events:
        simulation.write_events(args.events)


if __name__ == "__main__":
    main()
