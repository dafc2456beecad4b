internal import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// True where no byte is part of a letter beyond ASCII.
  package var isASCII: Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var bits: UInt64 = 0
    var offset = 0
    while offset + 8 <= count {
      bits |= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    while offset < count {
      bits |= UInt64(self[offset])
      offset += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// Where some bytes begin for the first time between two offsets; nil where they do not, or are none.
  package func firstOffset(
    of wanted: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil
  ) -> Int? {
    guard let first = wanted.first, let last = wanted.last, start >= 0 else { return nil }
    var offset = start
    let most = Swift.min(end ?? count, count) - wanted.count
    // Two bytes that are some way apart seldom are right by chance, and eight places are asked at once.
    while offset + 7 <= most {
      var found =
        word(at: offset).places(of: first) & word(at: offset + wanted.count - 1).places(of: last)
      while found != 0 {
        let place = offset + found.trailingZeroBitCount / 8
        if holds(wanted, at: place) { return place }
        found &= found - 1
      }
      offset += 8
    }
    while offset <= most {
      if self[offset] == first, holds(wanted, at: offset) { return offset }
      offset += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True where a byte stands at a place that is as wanted; it is told of one place after the other.
  package func contains(_ byte: UInt8, where isWanted: (Int) -> Bool) -> Bool {
    guard let baseAddress else { return false }
    var index = 0
    while index < count, let found = memchr(baseAddress + index, Int32(byte), count - index) {
      let place = UnsafeRawPointer(baseAddress).distance(to: found)
      if isWanted(place) { return true }
      index = place + 1
    }
    return false
  }

  /// True where some characters stand at a place, which may lie outside.
  package func has(_ characters: StaticString, at place: Int) -> Bool {
    let end = place + characters.utf8CodeUnitCount
    return place >= 0 && end <= count
      && characters.withUTF8Buffer { self[place..<end].elementsEqual($0) }
  }

  /// How many bytes are the same as those of others, from the first on.
  package func sharedCount(with other: UnsafeBufferPointer<UInt8>) -> Int {
    let count = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= count {
      let difference = word(at: index) ^ other.word(at: index)
      if difference != 0 { return index + difference.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] == other[index] { index += 1 }
    return index
  }

  /// How many bytes are this one.
  package func count(of byte: UInt8) -> Int {
    var found = 0
    var index = 0
    while index + 8 <= count {
      found += word(at: index).places(of: byte).nonzeroBitCount
      index += 8
    }
    while index < count {
      found += self[index] == byte ? 1 : 0
      index += 1
    }
    return found
  }

  private func holds(_ wanted: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    UnsafeBufferPointer(rebasing: self[place..<place + wanted.count]).elementsEqual(wanted)
  }

  /// Eight bytes, the first in the lowest place.
  private func word(at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }
}

extension [UInt8] {
  /// Where some bytes begin for the first time from an offset on; nil where they do not, or are none.
  package func firstOffset(of wanted: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { bytes.firstOffset(of: $0, from: start) }
    }
  }
}
