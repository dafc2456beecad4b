internal import CPrefetch
internal import Glibc

/// Numbers or bytes that grow at their end: what most of the index goes through while it is made.
///
/// It owns its memory, which an array could share, so nothing is asked before something is written.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
  // Proof: numbers and bytes need no more alignment than malloc gives, and for such Swift allocates with
  // malloc, so that realloc and free may have its memory.
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// How many elements there are.
  private(set) var count = 0

  init(capacity: Int = 1 << 10) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { free(base) }

  /// The elements, in memory of their own.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The elements where they lie, while nothing is appended.
  @inline(__always)
  borrowing func read<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: base, count: count))
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    _modify {
      precondition(index >= 0 && index < count)
      yield &base[index]
    }
  }

  /// Sees to it that an element is there without waiting for memory, a while later.
  @inline(__always)
  func prefetch(_ index: Int) {
    precondition(index >= 0 && index < count)
    sitegen_prefetch(base + index)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    base[count] = element
    count += 1
  }

  /// Appends what lies in memory; most of it is a few elements long.
  @inline(__always)
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    if capacity - count < elements.count { grow(by: elements.count) }
    if elements.count < 16 {
      for index in 0..<elements.count { base[count + index] = elements[index] }
    } else if let start = elements.baseAddress {
      (base + count).update(from: start, count: elements.count)
    }
    count += elements.count
  }

  mutating func append(_ other: borrowing Pile) {
    append(UnsafeBufferPointer(start: other.base, count: other.count))
  }

  /// Makes it longer by elements that are written later.
  mutating func extend(by length: Int) {
    if capacity - count < length { grow(by: length) }
    count += length
  }

  /// The elements where they lie, to be written over.
  @inline(__always)
  mutating func change(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    body(UnsafeMutableBufferPointer(start: base, count: count))
  }

  /// Takes off what stands behind the first `count` elements.
  mutating func truncate(to count: Int) {
    if count < self.count { self.count = max(0, count) }
  }

  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow(by length: Int) {
    capacity = max(capacity * 2, count + length)
    // A large block mostly grows where it lies.
    if let grown = realloc(base, capacity * MemoryLayout<Element>.stride) {
      base = grown.assumingMemoryBound(to: Element.self)
      return
    }
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    free(base)
    base = larger
  }
}

// Proof: a pile is the only owner of its memory, and cannot be copied; whoever has it to change has it
// alone, and whoever shares it only reads.
extension Pile: @unchecked Sendable where Element: Sendable {}

extension Pile where Element == UInt8 {
  /// Appends a number as an unsigned LEB128 varint.
  @inline(__always)
  mutating func appendVarint(_ value: UInt32) {
    if capacity - count < 5 { grow(by: 5) }
    var rest = value
    while rest >= 0x80 {
      base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    base[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// Appends what `write` writes, which is at most `room` bytes.
  @inline(__always)
  mutating func append(room: Int, _ write: (inout ByteCursor) -> Void) {
    if capacity - count < room { grow(by: room) }
    let start = UnsafeMutableRawPointer(base + count)
    var cursor = ByteCursor(place: start)
    write(&cursor)
    count += cursor.place - start
    precondition(count <= capacity)
  }
}

/// Goes through memory and writes into it; whoever has made it has seen to it that there is enough.
struct ByteCursor {
  var place: UnsafeMutableRawPointer

  @inline(__always)
  mutating func put<Value: BitwiseCopyable>(_ value: Value) {
    place.storeBytes(of: value, as: Value.self)
    place += MemoryLayout<Value>.size
  }

  /// How many bytes a number takes as an unsigned LEB128 varint.
  static func varintSize(_ value: UInt32) -> Int { max(1, (38 - value.leadingZeroBitCount) / 7) }

  @inline(__always)
  mutating func putVarint(_ value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes some bytes, most often a few.
  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { put(byte) }
  }
}
