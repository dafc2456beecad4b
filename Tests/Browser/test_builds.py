"""Same input, same bytes; and a build that is killed leaves the old site or the new one."""
import random
import shutil
import subprocess
import time

import sites


def test_gives_the_same_bytes_everywhere(tmp_path):
    built = []
    surroundings = [
        ("here", "1", {"TZ": "UTC", "LC_ALL": "C"}),
        ("a longer/way off", "7", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
    ]
    for name, jobs, environment in surroundings:
        folder = tmp_path / name
        shutil.copytree(sites.CONTENT, folder / "Content")
        shutil.copy(sites.CONFIGURATION, folder)
        output = sites.build(
            folder / "Content", folder / "Public", "--jobs", jobs,
            configuration=folder / "sitegen.yml", **environment)
        built.append(sites.files(output))
    one, other = built
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def write_notes(folder, word, count):
    """Notes that all hold a word, some with links, in ten folders."""
    for number in range(count):
        note = folder / f"{number % 10:03}-{word if number % 50 == 0 else 'folder'}/{number}.md"
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(
            f"# Note {number}\n\nThe word is {word}.\n\n" + "- An item of a list\n" * 20)


def test_is_the_old_site_or_the_new_one_when_killed(tmp_path):
    output = tmp_path / "site"
    wanted = {}
    for word, count in [("old", 500), ("new", 450)]:
        write_notes(tmp_path / word, word, count)
        sites.build(tmp_path / word, tmp_path / f"{word}-site", configuration=None)
        wanted[word] = sites.files(tmp_path / f"{word}-site")

    shutil.copytree(tmp_path / "old-site", output)
    begun = time.monotonic()
    for word in ["new", "old"]:
        sites.build(tmp_path / word, output, configuration=None)
    duration = (time.monotonic() - begun) / 2
    chance = random.Random(1)
    reach = duration
    current = "old"
    changes = 0
    for turn in range(20):
        following = "new" if current == "old" else "old"
        running = subprocess.Popen(
            [sites.program(), "build", tmp_path / following, "--output", output],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, reach))
        running.kill()
        running.wait()
        found = sites.files(output)
        assert found in wanted.values(), f"a mixture, at turn {turn}"
        # The moments are drawn towards the one at which the sites are exchanged.
        if found == wanted[following]:
            current = following
            changes += 1
            reach *= 0.8
        else:
            reach *= 1.2
    assert 0 < changes < 20, "never killed before, or never after, the sites are exchanged"

    # What the dead have left is swept by the next that lives.
    sites.build(tmp_path / "new", output, configuration=None)
    assert sites.files(output) == wanted["new"]
    # The larger of them has left a cache for its next build.
    places = [".old-site.sitegen", "new", "new-site", "old", "old-site", "site"]
    assert sorted(place.name for place in tmp_path.iterdir()) == places
    assert [place.name for place in (tmp_path / ".old-site.sitegen").iterdir()] == ["cache"]


def test_is_the_old_site_or_the_new_one_when_killed_while_it_follows_an_edit(tmp_path):
    notes = tmp_path / "notes"
    output = tmp_path / "site"
    write_notes(notes, "old", 500)
    sites.build(notes, output, configuration=None)
    chance = random.Random(2)
    before = sites.files(output)
    seen = set()
    reach = 0.2
    for turn in range(20):
        note = notes / f"{turn % 9 + 1:03}-folder" / f"{turn * 10 + turn % 9 + 1}.md"
        note.write_text(note.read_text() + f"\nA line of turn {turn}.\n")
        running = subprocess.Popen(
            [sites.program(), "build", notes, "--output", output],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, reach))
        running.kill()
        running.wait()
        found = sites.files(output)
        sites.build(notes, output, configuration=None)
        after = sites.files(output)
        assert found in (before, after), f"a mixture, at turn {turn}"
        seen.add(found == after)
        reach *= 0.8 if found == after else 1.2
        before = after
    assert seen == {False, True}, "never killed before, or never after, the sites are exchanged"
    sites.build(notes, tmp_path / "clean", "--no-cache", configuration=None)
    assert sites.files(output) == sites.files(tmp_path / "clean")
