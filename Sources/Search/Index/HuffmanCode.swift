/// A Huffman code with code words of a limited length, numbered as DEFLATE wants them (RFC 1951, 3.2.2).
///
/// Source: Moffat, Katajainen, "In-place calculation of minimum-redundancy codes" (1995). Where the tree is too deep, a
/// node below the limit takes the place of the deepest leaf above it.
struct HuffmanCode {
  /// For each symbol the bits of its code word; 0 where it does not occur.
  private(set) var lengths: [UInt8]
  /// For each symbol its code word, the first bit lowest, as it is written.
  private(set) var words: [UInt16]

  /// Makes a code for at most 512 symbols that occur this often; one that occurs alone has a word of one bit.
  init(counts: [UInt32], limit: Int) {
    lengths = [UInt8](repeating: 0, count: counts.count)
    words = [UInt16](repeating: 0, count: counts.count)
    // The rarest come first, and have the longest words. Counts beyond four million are as good as that.
    var leaves: [UInt32] = []
    leaves.reserveCapacity(counts.count)
    for symbol in counts.indices where counts[symbol] > 0 {
      leaves.append(min(counts[symbol], 1 << 22) << 9 | UInt32(symbol))
    }
    leaves.sort()
    let levels = Self.levels(of: leaves.map { $0 >> 9 }, limit: limit)
    var next = 0
    for level in levels.indices.reversed() {
      for _ in 0..<levels[level] {
        lengths[Int(leaves[next] & 511)] = UInt8(level)
        next += 1
      }
    }
    number(levels)
  }

  /// Gives the words: those of a length count up, and so do the lengths.
  private mutating func number(_ levels: [Int]) {
    var firsts = [UInt16](repeating: 0, count: levels.count)
    for level in levels.indices.dropFirst() {
      firsts[level] = (firsts[level - 1] + UInt16(levels[level - 1])) << 1
    }
    for symbol in lengths.indices where lengths[symbol] > 0 {
      let length = Int(lengths[symbol])
      words[symbol] = Self.reversed(firsts[length]) >> UInt16(16 - length)
      firsts[length] &+= 1
    }
  }

  private static func reversed(_ word: UInt16) -> UInt16 {
    var result = word
    result = (result & 0x5555) << 1 | (result >> 1) & 0x5555
    result = (result & 0x3333) << 2 | (result >> 2) & 0x3333
    result = (result & 0x0F0F) << 4 | (result >> 4) & 0x0F0F
    return result.byteSwapped
  }

  /// How many leaves each level of the tree has, from 0 to the limit, for weights that ascend.
  private static func levels(of weights: [UInt32], limit: Int) -> [Int] {
    var levels = [Int](repeating: 0, count: limit + 1)
    guard weights.count > 1 else {
      levels[1] = weights.count
      return levels
    }
    var nodes = weights
    nodes.withUnsafeMutableBufferPointer { nodes in
      join(nodes)
      // The root has two leaves; each further node takes the place of one.
      let root = nodes.count - 2
      levels[1] = 2
      nodes[root] = 0
      for node in (0..<root).reversed() {
        nodes[node] = nodes[Int(nodes[node])] + 1
        var level = min(Int(nodes[node]), limit - 1)
        while levels[level] == 0 { level -= 1 }
        levels[level] -= 1
        levels[level + 1] += 2
      }
    }
    return levels
  }

  /// Puts the nodes of a tree where the weights of its leaves are, which ascend.
  ///
  /// The root comes last but one; each node before it becomes the one that it hangs on. What is not read any more makes
  /// room for what is written.
  private static func join(_ nodes: UnsafeMutableBufferPointer<UInt32>) {
    var leaf = 0
    var inner = 0
    for node in 0..<(nodes.count - 1) {
      var weight: UInt32 = 0
      for _ in 0..<2 {
        if leaf == nodes.count || inner < node && nodes[inner] < nodes[leaf] {
          weight += nodes[inner]
          nodes[inner] = UInt32(node)
          inner += 1
        } else {
          weight += nodes[leaf]
          leaf += 1
        }
      }
      nodes[node] = weight
    }
  }
}
