/// The ranges of docs/search-format.md (1.1 and 1.2), inclusive.
enum CharacterClasses {
  /// Characters that nothing comes of.
  static let ignored = ranges(
    "AD 300-36F 61C 180B-180F 200B-200F 202A-202E 2060-206F FE00-FE0F FEFF E0000-E0FFF")

  /// Characters of scripts written without spaces, and of those that are read in pairs as well.
  static let pairs = ranges(
    """
    E01-E3A E40-E4E E81-ECF EDC-EDF 1000-103F 1050-109F 1780-17D3 3005-3007 3041-3096 309D-309F \
    30A1-30FA 30FC-30FF 3105-312F 31A0-31BF 31F0-31FF 3400-4DBF 4E00-9FFF AA60-AA7F F900-FAFF \
    20000-2FFFF 30000-323AF
    """)

  static let apostrophes = [0x27, 0x2019, 0x2BC]

  static let separators = ranges(
    """
    0-2F 3A-40 5B-60 7B-A9 AB-B1 B4 B6-B8 BB BF D7 F7 2C2-2C5 2D2-2DF 37E 387 55A-55F 589-58A 5BE \
    5C0 5C3 5C6 5F3-5F4 600-60F 61B-61F 66A-66D 6D4 700-70D 964-965 970 DF4 E3F E4F E5A-E5B \
    F01-F14 104A-104F 10FB 1360-1368 1400 166D-166E 1680 169B-169C 16EB-16ED 17D4-17DB 1800-180A \
    2000-206F 207A-207E 208A-208E 20A0-20CF 2100-2101 2103-2106 2108-2109 2114 2116-2118 \
    211E-2123 2125 2127 2129 212E 213A-213B 2140-2144 214A-214D 214F 2190-2BFF 2E00-2E7F \
    2FF0-3004 3008-3020 3030 3036-3037 303D-3040 309B-309C 30A0 30FB 3190-319F 31C0-31EF \
    3200-33FF 4DC0-4DFF A4FE-A4FF A60D-A60F A673 A67E A6F2-A6F7 A830-A839 A874-A877 A8CE-A8CF \
    D7FC-F8FF FD3E-FD4F FDCF FDFC-FDFF FE10-FE6F FF00-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 \
    FFE0-FFFF 10100-1013F 1D000-1D3FF 1F000-1FAFF F0000-10FFFF
    """)

  private static func ranges(_ text: String) -> [ClosedRange<Int>] {
    text.split(separator: " ").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
  }
}
