extension Claim {
  /// What the rule reads by which the claim was found, in one sentence.
  public var ruleSummary: String { ReadingRule.summary(of: rule) ?? "" }
}
