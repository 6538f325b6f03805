// Owns the JavaScript half of Embind for this module: free functions of numbers and booleans, which
// is all that src/bindings/module.cpp binds. Embind's own half converts some forty types with checks
// that a release build leaves out; here WebAssembly's own conversion of numbers does the same.
// Measured with Emscripten 3.1.6: 3.3 KB of brotli less. web/client checks every argument before.
mergeInto(LibraryManager.library, {
  _embind_register_function__deps: ['$getWasmTableEntry'],
  _embind_register_function: function (name, argCount, argTypes, signature, invoker, fn) {
    var text = '';
    while (HEAPU8[name]) text += String.fromCharCode(HEAPU8[name++]);
    Module[text] = function () {
      return getWasmTableEntry(invoker).apply(null, [fn].concat(Array.from(arguments)));
    };
  },
});
