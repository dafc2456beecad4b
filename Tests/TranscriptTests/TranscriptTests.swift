import Files
import Glibc
import Testing

@Suite struct TranscriptTests {
  private static let cases = String(
    #filePath.prefix(#filePath.utf8.count - "TranscriptTests.swift".utf8.count) + "Cases")

  static let names = ((try? Folder(at: cases).source().list().files) ?? []).map {
    String($0.stem)
  }

  /// `UPDATE_GOLDEN=1 swift test` takes what comes for what is to come; look at it before it goes in.
  @Test(arguments: names)
  func theCommandSaysWhatItSaid(name: String) throws {
    let path = try #require(ContentPath("\(name).txt"))
    let expected = String(
      decoding: try Folder(at: Self.cases).source().read(path, 1 << 20), as: UTF8.self)
    let found = try Transcript(expected).run()
    if getenv("UPDATE_GOLDEN") != nil {
      let file = try #require(fopen("\(Self.cases)/\(path)", "w"))
      defer { fclose(file) }
      try #require(fputs(found, file) >= 0)
      return
    }
    #expect(
      found.split(separator: "\n", omittingEmptySubsequences: false)
        == expected.split(separator: "\n", omittingEmptySubsequences: false))
  }

  @Test func thereAreTranscripts() {
    #expect(Self.names.count > 12)
  }
}
