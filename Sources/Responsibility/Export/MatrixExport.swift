public import Diagnostics
internal import Files
internal import Text

/// The matrix as data and text; the same matrix gives the same bytes.
public struct MatrixExport: Sendable {
  let matrix: ResponsibilityMatrix
  /// The only axis that is written; nil for all.
  let axis: Axis.Kind?
  /// The findings that are written: those of the matrix at the levels of the configuration.
  let findings: [Finding]

  /// Makes an export; without `findings` those of the matrix at the rules' own levels.
  public init(
    _ matrix: ResponsibilityMatrix, axis: Axis.Kind? = nil, findings: [Finding]? = nil
  ) {
    self.matrix = matrix
    self.axis = axis
    self.findings = findings ?? matrix.findings
  }

  /// The cells that are written, by row and column.
  var cells: [Cell] {
    axis == nil ? matrix.cells : matrix.cells.filter { $0.coordinates.axis == axis }
  }
}
