import Testing

@Suite struct LayeringTests {
  /// The floor of each room; a room uses rooms on lower floors only.
  private static let floors: [String: Int] = [
    "CCmark": -2, "CArena": -2, "CDeflate": -2, "CExchange": -2, "CFetch": -2, "CFolding": -2,
    "CLive": -2, "CPrefetch": -2, "CTheme": -2, "Bytes": -2, "Workers": -2,
    "Files": -1, "Markup": -1, "Text": -1,
    "Diagnostics": 0,
    "Notes": 1,
    "Editing": 2, "Links": 2, "Topics": 2, "Responsibility": 2, "Search": 2,
    "Rendering": 3, "Publishing": 3,
    "Building": 4, "DevServer": 4, "ExternalLinks": 4,
    "SitegenCLI": 5,
    "sitegen": 6,
  ]

  /// Libraries, and the one room that knows each.
  private static let libraries = [
    "ArgumentParser": "SitegenCLI", "Mustache": "Rendering", "Yams": "Notes",
  ]

  /// What comes with the system and the compiler.
  private static let system: Set<String> = ["Dispatch", "Glibc", "Synchronization"]

  @Test func everyRoomUsesRoomsOnLowerFloorsOnly() throws {
    for file in try House.files(below: "Sources", endingIn: ["swift"]) {
      guard let own = Self.floors[file.room] else {
        Issue.record("\(file.path): give the room '\(file.room)' a floor in this test")
        continue
      }
      for module in file.imports where !Self.system.contains(module) {
        if let room = Self.libraries[module] {
          #expect(file.room == room, "\(file.path) imports \(module), which only \(room) may")
        } else if let floor = Self.floors[module] {
          #expect(floor < own, "\(file.path) (floor \(own)) imports \(module) (floor \(floor))")
        } else {
          Issue.record("\(file.path) imports \(module), which this test does not know")
        }
      }
    }
  }

  @Test func everyRoomOfTheTableIsThere() throws {
    let rooms = Set(try House.files(below: "Sources").map(\.room))
    #expect(rooms == Set(Self.floors.keys))
  }

  @Test func oneFileGoesDownToTheMarkdownLibrary() throws {
    let doors = try House.files(below: "Sources", endingIn: ["swift"])
      .filter { $0.imports.contains("CCmark") }
    #expect(doors.map(\.path) == ["Sources/Markup/CMark.swift"])
  }

  @Test func findsImportsAndNothingElse() {
    let file = House.File(
      path: "Sources/A/B.swift",
      text: """
        public import Files
        internal import struct Foundation.URL
        @testable import Notes
        import Glibc.stdio // why
        // import Comment
        let important = "import Text"
        """)
    #expect(file.imports == ["Files", "Foundation", "Notes", "Glibc"])
    #expect(file.room == "A")
  }
}
