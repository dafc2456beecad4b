// swift-tools-version: 6.1
import PackageDescription

// One target per room. A room may use any room on a lower floor and none on its own; the
// compiler keeps that rule through `dependencies`, and HouseTests keeps the floors themselves.
let package = Package(
  name: "sitegen",
  products: [
    .executable(name: "sitegen", targets: ["sitegen"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Cellar: C, and what every room may need.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .target(name: "CArena"),
    .target(name: "CExchange"),
    .target(name: "CFetch"),
    .target(name: "CFolding"),
    .target(name: "CTheme"),
    .target(name: "CLive"),
    .target(name: "CPrefetch"),
    .room("Bytes", []),
    .room("Workers", []),
    // Ground floor.
    .room("Files", ["Bytes", "CExchange"]),
    .room("Markup", ["Bytes", "CCmark", "CArena"]),
    .room("Text", ["Bytes"]),
    // Floor 0.
    .room("Diagnostics", ["Bytes", "Files", "Text"]),
    // Floor 1.
    .room(
      "Notes",
      [
        "Bytes", "Diagnostics", "Files", "Markup", "Workers",
        .product(name: "Yams", package: "Yams"),
      ]),
    // Floor 2.
    .room("Links", ["Bytes", "Diagnostics", "Files", "Markup", "Notes", "Workers"]),
    .room("Topics", ["Bytes", "Diagnostics", "Files", "Markup", "Notes", "Workers"]),
    .room(
      "Responsibility", ["Bytes", "Diagnostics", "Files", "Markup", "Notes", "Text", "Workers"]),
    .room(
      "Search",
      ["Bytes", "CDeflate", "CFolding", "CPrefetch", "Files", "Markup", "Notes", "Workers"]),
    .room("Editing", ["Bytes", "Diagnostics", "Files", "Markup", "Notes"]),
    // Floor 3.
    .room(
      "Rendering",
      [
        "Bytes", "CTheme", "Diagnostics", "Files", "Markup", "Notes", "Responsibility", "Text",
        "Topics", "Workers",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .room("Publishing", ["Bytes", "CExchange", "Files", "Workers"]),
    // Floor 4.
    .room(
      "Building",
      [
        "Diagnostics", "Editing", "Files", "Links", "Markup", "Notes", "Publishing", "Rendering",
        "Responsibility", "Search", "Topics", "Workers",
      ]),
    .room("DevServer", ["Bytes", "CLive", "Diagnostics", "Files", "Text"]),
    .room(
      "ExternalLinks", ["Bytes", "CFetch", "Diagnostics", "Files", "Markup", "Notes", "Workers"]),
    // Floor 5.
    .room(
      "SitegenCLI",
      [
        "Building", "CArena", "DevServer", "Diagnostics", "Editing", "ExternalLinks", "Files",
        "Markup", "Notes", "Rendering", "Responsibility", "Search", "Text", "Topics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Roof.
    .executableTarget(
      name: "sitegen", dependencies: ["SitegenCLI"], swiftSettings: House.rules),
    // Tests: each room at its own door, then the house as a whole.
    .tests("TextTests", of: ["Text"]),
    .tests("MarkupTests", of: ["Files", "Markup"]),
    .tests(
      "NotesTests", of: ["Files", "Notes", .product(name: "Yams", package: "Yams")]),
    .tests("PublishingTests", of: ["CExchange", "Files", "Publishing", "Workers"]),
    .tests("StoryTests", of: ["Diagnostics", "Files", "Links", "Markup", "Notes"]),
    .tests(
      "GoldenTests", of: ["Building", "Diagnostics", "Files", "Notes", "Publishing"],
      without: ["Cases"]),
    .tests("RuleTests", of: ["Building", "Diagnostics", "Files"]),
    .tests("TranscriptTests", of: ["Files", "sitegen"], without: ["Cases"]),
    .tests(
      "TopicsTests", of: ["Diagnostics", "Files", "Links", "Markup", "Notes", "Topics", "Workers"]),
    .tests("SearchTests", of: ["Files", "Notes", "Search", "Workers"]),
    .tests(
      "RenderingTests",
      of: ["Files", "Markup", "Notes", "Rendering", "Responsibility", "Topics", "Workers"]),
    .tests(
      "ResponsibilityTests", of: ["Diagnostics", "Files", "Markup", "Notes", "Responsibility"]),
    .tests("DevServerTests", of: ["DevServer"]),
    .tests(
      "ExternalLinkTests", of: ["Diagnostics", "ExternalLinks", "Files", "Notes", "Workers"],
      without: ["server.py"]),
    .tests("HouseTests", of: ["Diagnostics", "Files", "Rendering"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)

/// Settings that hold for every Swift target.
enum House {
  static let rules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

extension Target {
  static func room(_ name: String, _ dependencies: [Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: House.rules)
  }

  static func tests(
    _ name: String, of dependencies: [Dependency], without: [String] = []
  ) -> Target {
    .testTarget(
      name: name, dependencies: dependencies, exclude: without, swiftSettings: House.rules)
  }
}
