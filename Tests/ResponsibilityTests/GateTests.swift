import Markup
import Notes
import Testing

@testable import Responsibility

/// What is told from bytes alone: which texts are worth being taken apart.
@Suite struct GateTests {
  private let signs = PartySigns(.builtIn)

  private func mayClaim(_ text: String) -> Bool {
    // Signs are looked for at every second byte: a text counts wherever it begins.
    let found = [text, " \(text)"].map { text in
      var text = text
      return text.withUTF8 { signs.mayClaim($0) }
    }
    #expect(found[0] == found[1], "\(text)")
    return found[0]
  }

  @Test(arguments: [
    "You are responsible for backups.", "RESPONSIBILITIES OF THE CUSTOMER", "Verantwortung: Kunde",
    "security in the\ncloud", "Their obligations are listed.", "The keys are managed by AWS.",
    "Hosts are handled\nby the provider", "AWS patches the host.", "The customer\u{2019}s duties",
    "Amazon Web Services maintains the racks", "third parties operate it",
    "Customers take care of it",
    "Key rotation is on the customer side", "Customer tasks", "aufgaben des Kunden",
    "Sicherheitspflichten",
  ])
  func textsThatMayClaim(text: String) {
    #expect(mayClaim(text))
  }

  @Test(arguments: [
    "The server manages the hosts.", "Patches are applied weekly.", "A role created by AWS.",
    "It is chosen by design.", "Run the task with the job queue.",
    "On the other hand, side by side.",
    "AWS offers managed services.", "Clouds of the sky", "", "p", "resp",
  ])
  func textsThatCannot(text: String) {
    #expect(!mayClaim(text))
  }

  /// The numbers of words are those of what the words fold to.
  @Test func numbersAreThoseOfFoldedWords() {
    let text = """
      Policies, boxes; searches' dishes classes as is this AWS's customers\u{2019} d'accès status \
      buses always Gl\u{00FC}ck ISCSI 3rd-party S3 ECS keys y ies ss OS x86 \u{1F7E2} AWS \u{2013} \
      caf\u{00E9}s Kubernetes less glass Windows basis
      """
    var numbers: [UInt64] = []
    var ranges: [Range<Int>] = []
    WordNumbers.each(in: text) { number, range in
      numbers.append(number)
      ranges.append(range)
      return true
    }
    let words = Words(text)
    #expect(numbers == words.folded.map { WordNumbers.number(of: $0) })
    #expect(ranges == words.ranges)
    #expect(
      words.folded.prefix(6) == ["policy", "box", "search", "dish", "class", "as"])
  }

  /// A table that names nobody is not read, however much it looks like one.
  @Test(arguments: [
    ("| Layer | EC2 | RDS |\n|---|---|---|\n| Disks | AWS | AWS |", true),
    ("| Layer | Customer | AWS |\n|---|---|---|\n| Disks | x | |", true),
    ("| You | We |\n|---|---|\n| patch | build |", true),
    ("| Layer | Who |\n|---|---|\n| Disks | Shared (AWS: disks) |\n| Keys | you |", true),
    ("| Category | Examples |\n|---|---|\n| abstracted | S3 |\n| container | RDS |", true),
    ("| Word | Meaning |\n|---|---|\n| customer | who pays |\n| user | who logs in |", false),
    ("| Name | Size |\n|---|---|\n| client library | two megabytes |", false),
    ("| Category | Examples |\n|---|---|\n| abstracted | S3 |\n| other | RDS |", false),
  ])
  func tables(text: String, isRead: Bool) throws {
    let notebook = try Story.notebook("# T\n\n\(text)\n")
    let document = notebook.notes[0].document
    let outline = try #require(document.outline)
    let table = try #require(outline.blocks.firstIndex { $0.kind == .table })
    let found = document.plain.withUnsafeBufferPointer {
      signs.mayRead(table: table, of: outline, in: $0)
    }
    #expect(found == isRead)
  }
}
