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
#define AGENCYHANDY_NOTE(note, name) note,
#include "core/key_notes.inc"
#undef AGENCYHANDY_NOTE
};

// The stable name, e.g. "bearer_prefix".
const char* ToName(KeyNote note);

// A set of notes.
class KeyNotes {
 public:
  KeyNotes() = default;
  explicit KeyNotes(unsigned bits) : bits_(bits) {}

  void Add(KeyNote note) { bits_ |= 1U << static_cast<unsigned>(note); }
  // One bit for each note, in order.
  unsigned bits() const { return bits_; }
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
