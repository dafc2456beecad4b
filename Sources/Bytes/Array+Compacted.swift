extension Array {
  /// The same elements in memory of their own that is no larger than they are.
  ///
  /// `Array(self)` would share the memory, and with it the room that was made for growing.
  @inlinable
  package var compacted: [Element] {
    withUnsafeBufferPointer { Array($0) }
  }
}
