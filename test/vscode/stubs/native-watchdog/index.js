/** A stand-in for the native module that ends the extension host when VS Code is gone. */
exports.start = () => {};
exports.exit = code => process.exit(code || 0);
