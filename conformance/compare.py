"""Compares two runs of the conformance suite: this broker's and RabbitMQ's.

usage: compare.py HERE.trx RABBITMQ.trx TABLE.md [FILTER]

Every difference must be in differences.md with its reason, and every entry there must be a difference. Prints what is
wrong and a table by area; writes the table as Markdown. Ends with 1 when anything is wrong. With a
filter only some tests ran, and entries for the others are passed over.
"""
import collections
import pathlib
import re
import sys
import xml.etree.ElementTree

TRX = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}
ROOT = "AmqpBroker.ConformanceTests."

# Features of more than one fixture: the area of each of the others.
FEATURES = {"DeadLetterRouting": "DeadLettering", "DeathHeader": "DeadLettering"}


def read_results(path):
    """Returns {Fixture.Test: (area, outcome, message)}."""
    run = xml.etree.ElementTree.parse(path).getroot()
    classes = {
        test.get("id"): test.find("t:TestMethod", TRX).get("className")
        for test in run.iterfind("t:TestDefinitions/t:UnitTest", TRX)
    }
    results = {}
    for result in run.iterfind("t:Results/t:UnitTestResult", TRX):
        namespace, fixture = classes[result.get("testId")].removeprefix(ROOT).rsplit(".", 1)
        name = f"{fixture}.{result.get('testName')}"
        if name in results:
            sys.exit(f"{name} is the name of two tests.")
        message = result.findtext("t:Output/t:ErrorInfo/t:Message", "", TRX).strip()
        area = namespace.replace(".", ": ") if namespace.startswith("Wire") else f"{namespace.split('.')[0]}: {FEATURES.get(fixture, fixture)}"
        results[name] = (area, result.get("outcome"), message)
    return results


def read_differences():
    """Returns the names in the first column of the table of differences."""
    text = (pathlib.Path(__file__).parent / "differences.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def read_pending():
    """Returns the patterns of the pending list."""
    lines = (pathlib.Path(__file__).parent / "pending.txt").read_text(encoding="utf-8").splitlines()
    return [pattern for pattern in (line.split("#")[0].strip() for line in lines) if pattern]


def names_a_test(pattern, names):
    """Tells whether a line of the pending list, where * stands for any characters, names a test."""
    expression = re.compile(".*".join(re.escape(part) for part in pattern.split("*")))
    return any(expression.fullmatch(name) for name in names)


def judge(here, rabbit, differences):
    """Yields a line for whatever must not be."""
    for name in sorted(here.keys() ^ rabbit.keys()):
        yield f"{name} ran on one of the two only."
    for name in sorted(differences - here.keys()):
        yield f"{name} is in differences.md, but there is no such test."
    for name in sorted(here.keys() & rabbit.keys()):
        (_, ours, our_message), (_, theirs, their_message) = here[name], rabbit[name]
        if ours == theirs == "Passed" or "NotExecuted" in (theirs, ours) and theirs != "Failed":
            if name in differences:
                yield f"{name} is in differences.md, but is no difference: {ours} here, {theirs} on RabbitMQ."
        elif name not in differences:
            broker, message = ("on RabbitMQ", their_message) if theirs == "Failed" else ("here", our_message)
            yield f"{name} fails {broker}, and is not in differences.md:\n    " + message.replace("\n", "\n    ")
        elif ours == theirs:
            yield f"{name} fails on both."


def table(here, rabbit, differences):
    """Yields the rows of the table, with a sum at the end."""
    areas = collections.defaultdict(collections.Counter)
    for name, (area, ours, _) in here.items():
        theirs = rabbit.get(name, (area, "NotExecuted", ""))[1]
        for counter in (areas[area], areas["**all**"]):
            counter["rules"] += 1
            counter["here"] += ours == "Passed"
            counter["pending"] += ours == "NotExecuted"
            counter["rabbit"] += theirs == "Passed"
            counter["differences"] += name in differences
    yield "| area | rules | passed here | pending or passed over here | passed on RabbitMQ | differences |"
    yield "|---|--:|--:|--:|--:|--:|"
    for area in sorted(areas, key=lambda area: (area.startswith("**"), area)):
        counts = areas[area]
        columns = [str(counts[key]) for key in ("rules", "here", "pending", "rabbit", "differences")]
        yield f"| {area} | {' | '.join(columns)} |"


def main(here_path, rabbit_path, table_path, test_filter=""):
    here, rabbit, differences = read_results(here_path), read_results(rabbit_path), read_differences()
    if test_filter:
        differences &= here.keys()
    rows = "\n".join(table(here, rabbit, differences))
    pathlib.Path(table_path).write_text(f"# Conformance\n\n{rows}\n", encoding="utf-8")
    print(rows)
    wrong = list(judge(here, rabbit, differences))
    if not test_filter:
        wrong += [f"{pattern} is in pending.txt, but names no test." for pattern in read_pending() if not names_a_test(pattern, here)]
    for line in wrong:
        print(line)
    print(f"{len(wrong)} faults.")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
