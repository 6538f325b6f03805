// Owns the pieces of the C library that the module replaces: the text and number routines that only
// nlohmann/json's error messages and float values pull in are cut down. Measured
// with Emscripten 3.1.6: about 8 KB of brotli. No float's value is ever read; its range is.
#include <cerrno>
#include <cstddef>
#include <cstdlib>

extern "C" {

int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}
int sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
int siprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
int __small_sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}

// Reads what nlohmann's lexer has already found to be a number. Near enough to tell a number that a
// double holds from one that it does not, and that is all that is asked of it.
double strtod(const char* text, char** end) {
  double value = 0;
  int exponent = 0;
  bool fraction = false;
  for (; (*text >= '0' && *text <= '9') || *text == '.' || *text == '-'; ++text) {
    if (*text == '.') fraction = true;
    if (*text < '0') continue;
    if (value < 1e300) {
      value = value * 10 + (*text - '0');
      if (fraction) --exponent;
    } else if (!fraction) {
      ++exponent;
    }
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool negative = *text == '-';
    if (*text == '-' || *text == '+') ++text;
    int written = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
      if (written < 100000) written = written * 10 + (*text - '0');
    }
    exponent += negative ? -written : written;
  }
  for (; exponent > 0 && value < 1e308 && value > 0; --exponent) value *= 10;
  if (exponent > 0 && value > 0) value = __builtin_inf();
  if (end != nullptr) *end = const_cast<char*>(text);
  return value;
}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// The lexer reads integers with these, and asks errno whether they fitted.
static unsigned long long ReadMagnitude(const char* text, char** end, unsigned long long limit) {
  unsigned long long value = 0;
  for (; *text >= '0' && *text <= '9'; ++text) {
    const auto digit = static_cast<unsigned>(*text - '0');
    if (value > (limit - digit) / 10) errno = ERANGE;
    value = value * 10 + digit;
  }
  *end = const_cast<char*>(text);
  return value;
}
unsigned long long strtoull(const char* text, char** end, int) {
  return ReadMagnitude(text, end, ~0ULL);
}
long long strtoll(const char* text, char** end, int) {
  return -static_cast<long long>(ReadMagnitude(text + 1, end, 1ULL << 63));
}
// libc++'s stoi() and its kin, which nobody calls, name these; all four stand in one object file.
unsigned long strtoul(const char*, char**, int) { return 0; }
long strtol(const char*, char**, int) { return 0; }

void abort_message(const char*, ...) { __builtin_trap(); }

}  // extern "C"

// Later versions of Embind collect the bindings first and run them when its own library asks.
#include <emscripten/bind.h>
#ifdef AGENCYHANDY_EMBIND_COLLECTS
extern "C" void _embind_register_bindings(emscripten::internal::InitFunc* bindings) {
  bindings->init_func();
}
#endif

#include <__config>
#if _LIBCPP_VERSION >= 16000
_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD
#endif
