internal import Text

/// What there is to say about the rules, as docs/rules.md.
public enum RuleBook {
  /// The whole document.
  public static var markdown: String {
    var text = preface
    text += "| about | rules |\n|---|---|\n"
    for area in Rule.areas {
      let links = area.rules.sorted { $0.id < $1.id }.map { "[\($0.id)](#\($0.id))" }
      text += "| \(area.name) | \(links.joined(separator: ", ")) |\n"
    }
    for rule in Rule.all { text += "\n\(section(of: rule))" }
    return text
  }

  /// The levels of rules as a JSON Schema, for editors of `sitegen.yml`.
  public static var schema: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("$schema", "http://json-schema.org/draft-07/schema#")
      json.field("description", "A level for each rule that should have another.")
      json.field("type", ["object", "null"])
      json.field("additionalProperties", false)
      json.object("properties") { json in
        for rule in Rule.all {
          json.key(text: rule.id)
          json.object { json in
            // YAML reads `off` as false where it is not quoted; sitegen does not, editors do.
            json.array("enum") { json in
              for level in ["error", "warning", "info", "off"] { json.string(level) }
              json.bool(false)
            }
            json.field("default", rule.severity.rawValue)
            json.field("description", rule.summary)
          }
        }
      }
    }
    json.endFile()
    return json.bytes
  }

  private static func section(of rule: Rule) -> String {
    """
    ## \(rule.id)

    \(wrapped("**\(rule.severity.rawValue).** \(rule.summary) \(rule.why)", width: 120))

    \(wrapped(rule.mending, width: 120))

    Found:

    \(fenced(rule.failing.text))

    In order:

    \(fenced(rule.passing.text))

    """
  }

  /// A paragraph in lines of at most so many characters; the line breaks that it has do not count.
  public static func wrapped(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A code block whose fence is longer than any in the text.
  private static func fenced(_ text: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)text\n\(text)\n\(fence)"
  }

  private static let preface = """
    # Rules

    <!-- Made from Sources/Diagnostics/Rules: UPDATE_GOLDEN=1 swift test --filter RuleTests -->

    Every finding names the rule that it comes from, in brackets: `notes/keys.md:8:34: error: … [image-missing]`. Rules
    have ids that stay. The level is how much a finding matters:

    - **error**: the site is wrong or incomplete here;
    - **warning**: a reader will notice;
    - **info**: worth knowing, nothing is wrong. These are counted, and `-v` shows them.

    No finding stops a build. `sitegen check` tells them without building, and ends with code 2 where there are errors, or
    what `--fail-on` says. `sitegen.yml` gives a rule another level, or switches it off:

    ```yaml
    rules:
      topic-wanted: info
      link-from-root: off
    ```

    A comment in a note accepts findings at its place, and has to say why. Beside text it holds for its line; on a line of
    its own for the block that follows, up to the next empty line or the end of a block of code; with `sitegen-ignore-file`
    for the whole note:

    ```markdown
    <!-- sitegen-ignore: image-alt-empty reason="decoration; the text beside it says it all" -->
    ![](line.svg)

    [soon](draft.md) <!-- sitegen-ignore: topic-wanted reason="planned for spring" -->

    <!-- sitegen-ignore-file: heading-skip, heading-duplicate reason="made by a program" -->
    ```

    Each rule is shown with notes in which it finds something, and with the same notes in order. `-- path --` stands
    before the text of each file. A test builds all of them.


    """
}
