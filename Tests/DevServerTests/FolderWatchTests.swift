import Glibc
import Testing

@testable import DevServer

/// Waiting for changes: what ends the wait, told by the system or found by looking.
@Suite struct FolderWatchTests {
  private final class Place {
    let path: String

    init() throws {
      var template = Array("/tmp/watch-tests-XXXXXX".utf8CString)
      let made = template.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
      }
      path = try #require(made)
    }

    deinit {
      for name in ["notes/new/c.md", "notes/a.md", "notes/b.md", "sitegen.yml"] {
        unlink("\(path)/\(name)")
      }
      for name in ["/notes/new", "/notes", ""] { rmdir(path + name) }
    }

    func write(_ text: String, to name: String) throws {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      defer { fclose(file) }
      try #require(fputs(text, file) >= 0)
    }
  }

  @Test(arguments: [false, true])
  func endsTheWaitWithEveryKindOfChange(polls: Bool) throws {
    let place = try Place()
    mkdir("\(place.path)/notes", 0o777)
    try place.write("A", to: "notes/a.md")
    var watch = FolderWatch(
      folders: ["\(place.path)/notes"], files: ["\(place.path)/sitegen.yml"], excluding: [],
      polls: polls)
    #expect(watch.isTold == !polls)
    // A wait that does not end is a test that does not end: each change is made before its wait.
    try place.write("A, longer", to: "notes/a.md")
    watch.wait()
    rename("\(place.path)/notes/a.md", "\(place.path)/notes/b.md")
    watch.wait()
    mkdir("\(place.path)/notes/new", 0o777)
    watch.wait()
    try place.write("C", to: "notes/new/c.md")
    watch.wait()
    try place.write("title: X", to: "sitegen.yml")
    watch.wait()
    unlink("\(place.path)/notes/b.md")
    watch.wait()
  }
}
