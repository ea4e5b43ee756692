/** The part of @vscode/spdlog that VS Code uses, without the native module. Output channels live in the files it writes. */
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.formatted = true;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.formatted = false;
  }

  setPattern() {}

  flush() {}

  drop() {}

  write(level, message) {
    if (level < this.level || !this.file) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.formatted ? `${time} [${levels[level]}] ${message}\n` : message;
    // The folder may be gone when VS Code shuts down.
    if (fs.existsSync(path.dirname(this.file))) fs.appendFileSync(this.file, line);
  }

  trace(message) {
    this.write(0, message);
  }

  debug(message) {
    this.write(1, message);
  }

  info(message) {
    this.write(2, message);
  }

  warn(message) {
    this.write(3, message);
  }

  error(message) {
    this.write(4, message);
  }

  critical(message) {
    this.write(5, message);
  }
}

async function createLogger(_name, file) {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  return new Logger(file);
}

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
