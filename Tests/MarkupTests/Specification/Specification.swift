import Glibc

/// The specification of GitHub-Flavored Markdown: its examples, each Markdown with its HTML.
struct Specification {
  /// An example; the number counts those that are switched off, as the published page does.
  struct Example {
    let number: Int
    let line: Int
    let section: String
    let markdown: String
    let html: String
  }

  /// The examples that the specification's own runner runs.
  let examples: [Example]
  /// The examples of task lists, which that runner leaves out.
  let disabled: [Example]

  /// Where Debian's package cmark-gfm puts it.
  static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  /// Reads the specification; nil where there is none.
  init?() {
    let command = getenv("SITEGEN_SPEC") == nil ? "'\(Self.path)'" : "\"$SITEGEN_SPEC\""
    guard let text = Self.output(of: "zcat -f -- \(command) 2>/dev/null"), !text.isEmpty else {
      return nil
    }
    var examples: [Example] = []
    var disabled: [Example] = []
    var section = ""
    let fence = String(repeating: "`", count: 32)
    var number = 0
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .makeIterator()
    while let (index, line) = lines.next() {
      if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
        continue
      }
      guard line.hasPrefix("\(fence) example") else { continue }
      var parts = ["", ""]
      var part = 0
      while let (_, line) = lines.next(), line != fence[...] {
        if line == "." {
          part = 1
        } else {
          parts[part] += line.replacing("→", with: "\t") + "\n"
        }
      }
      number += 1
      let example = Example(
        number: number, line: index + 1, section: section, markdown: parts[0], html: parts[1])
      if line.hasSuffix("disabled") { disabled.append(example) } else { examples.append(example) }
    }
    self.examples = examples
    self.disabled = disabled
  }

  private static func output(of command: String) -> String? {
    guard let stream = popen(command, "r") else { return nil }
    defer { pclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
