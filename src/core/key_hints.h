// Owns what can be said of a pasted key without asking the API: what was pasted along with it, and
// what its shape suggests. A hint never blocks; the server alone is the judge.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/credentials.h"
#include "core/result.h"

namespace agencyhandy {

enum class KeyNote {
  kTrimmed,             // outer white space was dropped
  kBearerPrefix,        // "Bearer " was dropped
  kHeaderNamePrefix,    // "x-api-key:" or "Authorization:" was dropped
  kQuoted,              // quotes around it were dropped
  kZeroWidth,           // invisible characters were dropped
  kNotJwt,              // not three base64url parts, which the vendor's MCP page says a key has
  kTruncated,           // begins like a JWT and ends too early
  kPlaceholder,         // a sample's text, not a key
  kLooksLikeCompanyId,  // 24 hexadecimal digits
  kExpired,             // its `exp` has passed, with 60 s of clock skew allowed
  kShortLived,          // lives at most a day: perhaps a signed-in member's token
};

inline constexpr int kKeyNoteCount = 11;

// The stable name that crosses to JavaScript, e.g. "bearer_prefix".
const char* ToName(KeyNote note);

// A set of notes.
class KeyNotes {
 public:
  void Add(KeyNote note) { bits_ |= 1U << static_cast<unsigned>(note); }
  bool Has(KeyNote note) const { return ((bits_ >> static_cast<unsigned>(note)) & 1U) != 0; }

 private:
  unsigned bits_ = 0;
};

struct KeyReport {
  ApiKey key;
  KeyNotes notes;
  std::optional<std::int64_t> expires_at_ms;  // the JWT's `exp` (RFC 7519, 4.1.4), Unix time
};

// Cleans and looks at `text`. `now_ms` is Unix time. The JWT is decoded, never verified.
// Errors: invalid_input at "apiKey" with key_empty, key_too_long or key_bad_character; a position
// counts in `text` as given.
Result<KeyReport> InspectKey(std::string_view text, std::int64_t now_ms);

// Whether `text` is, or contains as its main part, something that looks like a JWT. Used to keep a
// key out of places where it would be sent or shown.
bool LooksLikeJwt(std::string_view text);

}  // namespace agencyhandy
