/** A stand-in for the telemetry client: sends nothing. */
exports.AppInsightsCore = class {
  initialize() {}

  track() {}

  unload() {}
};
