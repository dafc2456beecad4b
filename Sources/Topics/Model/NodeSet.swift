/// A few hundred nodes without an allocation: a hash table with linear probing, at most half full.
struct NodeSet {
  /// At least twice as many elements as there may be nodes: a power of two.
  static func room(for count: Int) -> Int {
    var room = 64
    while room < 2 * count { room *= 2 }
    return room
  }

  private let room: UnsafeMutableBufferPointer<Int32>
  /// How many of a hash's bits are too many for a place in the room.
  private let shift: UInt32
  private(set) var count = 0

  /// An empty set in memory that outlives it, whose size is what `room(for:)` says.
  init(in room: UnsafeMutableBufferPointer<Int32>) {
    self.room = room
    shift = UInt32(32 - room.count.trailingZeroBitCount)
    room.initialize(repeating: -1)
  }

  mutating func insert(_ node: Int) {
    let wanted = Int32(truncatingIfNeeded: node)
    var slot = Int(truncatingIfNeeded: (UInt32(bitPattern: wanted) &* 0x9E37_79B1) >> shift)
    while room[slot] != wanted {
      if room[slot] < 0 {
        room[slot] = wanted
        count += 1
        return
      }
      slot = (slot + 1) & (room.count - 1)
    }
  }
}
