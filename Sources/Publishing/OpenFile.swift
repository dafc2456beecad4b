import Files
import Glibc

/// A regular file that is open for reading; closed with the last reference.
final class OpenFile: Sendable {
  let descriptor: Int32
  let size: Int

  /// nil with `errno` set where the descriptor is not a regular file's; it is closed then.
  init?(adopting descriptor: Int32) {
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    guard known, status.kind == S_IFREG else {
      let code = known ? EISDIR : errno
      close(descriptor)
      errno = code
      return nil
    }
    self.descriptor = descriptor
    self.size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// The hash of all of it; nil with `errno` set where it cannot be read.
  func fingerprint() -> UInt64? {
    var fingerprint = Fingerprint()
    let read = forEachChunk(of: descriptor, size: size) { chunk, _ in
      fingerprint.append(chunk)
      return true
    }
    return read ? fingerprint.value : nil
  }

  /// All that is in it; nil with `errno` set where it cannot be read.
  var bytes: [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        isRead = got >= 0
        if got <= 0 { return }
        count += got
      }
    }
    return isRead ? bytes : nil
  }

  /// Writes all of it to another file; false with `errno` set where that fails.
  func copy(to other: Int32) -> Bool {
    var written = true
    let read = forEachChunk(of: descriptor, size: size) { chunk, _ in
      written = writeAll(chunk, to: other)
      return written
    }
    return read && written
  }

  /// True where the file is exactly these bytes.
  func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard size == bytes.count else { return false }
    var same = true
    var end = 0
    let read = forEachChunk(of: descriptor, size: size) { chunk, offset in
      end = offset + chunk.count
      same = end <= bytes.count && chunk.isSame(as: bytes, from: offset)
      return same
    }
    return read && same && end == bytes.count
  }
}

extension OpenFile {
  /// The hash of another file where it has the same bytes as this one.
  func fingerprint(ifSameAs other: Int32) -> UInt64? {
    var fingerprint = Fingerprint()
    var same = true
    var end = 0
    let read = forEachChunk(of: other, size: size) { chunk, offset in
      fingerprint.append(chunk)
      same = isSame(as: chunk, from: offset)
      end = offset + chunk.count
      return same
    }
    return read && same && end == size ? fingerprint.value : nil
  }

  private func isSame(as chunk: UnsafeRawBufferPointer, from offset: Int) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: chunk.count, alignment: 16) { mine in
      var count = 0
      while count < chunk.count {
        let got = pread(
          descriptor, mine.baseAddress.map { $0 + count }, chunk.count - count,
          off_t(offset + count))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return false }
        count += got
      }
      return chunk.isSame(as: UnsafeRawBufferPointer(mine), from: 0)
    }
  }
}

/// Reads a file from its start in pieces of at most 256 kB, whatever the descriptor's offset.
///
/// `body` says whether to go on. False with `errno` set where the file cannot be read.
func forEachChunk(
  of descriptor: Int32, size: Int, _ body: (UnsafeRawBufferPointer, Int) -> Bool
) -> Bool {
  // One byte more than a small file has: one call reads it all and sees its end.
  let capacity = min(max(size + 1, 512), 256 << 10)
  return withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 16) { buffer in
    var offset = 0
    while true {
      let count = pread(descriptor, buffer.baseAddress, capacity, off_t(offset))
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count == 0 }
      if !body(UnsafeRawBufferPointer(rebasing: buffer[..<count]), offset) { return true }
      offset += count
      // Short means the end for a regular file that has its expected size.
      if count < capacity, offset == size { return true }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// True where the bytes of `other` from `offset` on begin with these.
  func isSame(as other: UnsafeRawBufferPointer, from offset: Int) -> Bool {
    guard count > 0 else { return true }
    guard offset + count <= other.count, let mine = baseAddress, let theirs = other.baseAddress
    else { return false }
    return memcmp(mine, theirs + offset, count) == 0
  }
}

/// Writes all of it; false with `errno` set where that fails.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let part = UnsafeRawBufferPointer(rebasing: rest)
    let count = write(descriptor, part.baseAddress, part.count)
    if count < 0, errno == EINTR { continue }
    if count <= 0 { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
