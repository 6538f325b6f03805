// Owns the decision whether, and after which wait, a failed call is tried again. Pure: time and
// chance are given. Owns no waiting: the platform does that.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/error.h"
#include "core/requests.h"

namespace agencyhandy {

inline constexpr int kDefaultRetries = 2;
inline constexpr double kFirstBackoffMs = 500;
inline constexpr double kMaxBackoffMs = 8'000;
inline constexpr double kMaxRetryAfterMs = 60'000;

// Retries that a client may spend before a success refills them.
inline constexpr int kRetryBudget = 10;

// The wait that a Retry-After value asks for, in milliseconds from `now_ms` (Unix time). Accepts
// delay-seconds (digits only) and the three date forms of RFC 9110, 5.6.7. Empty for anything else,
// for a date that has passed, and for a day that no calendar has.
std::optional<double> ParseRetryAfter(std::string_view value, std::int64_t now_ms);

struct RetryInput {
  ErrorKind kind = ErrorKind::kInternal;
  int status = 0;                 // 0: none
  bool may_repeat = false;        // a safe method, or a call that its caller marked idempotent
  int tries = 1;                  // sends so far
  int retries = kDefaultRetries;  // allowed beyond the first send
  int budget = kRetryBudget;      // tokens left
  double remaining_ms = 0;        // of the whole call's deadline
  std::int64_t now_ms = 0;        // Unix time
  double random = 0;              // uniform in [0, 1)
  std::string_view retry_after;   // raw header value, may be empty
};

struct RetryPlan {
  bool again = false;
  double delay_ms = 0;                   // before the next send
  std::optional<double> retry_after_ms;  // what the server asked for, where it did
};

// Network failure, a lost connection, a time limit of one try, and 408, 429, 500, 502, 503, 504 are
// tried again. The wait is what the server asks for, else uniform in [b/2, b] with
// b = min(8 s, 0.5 s * 2^(tries - 1)). No retry where the wait is above 60 s or does not fit into
// the deadline, or the budget is spent.
RetryPlan PlanRetry(const RetryInput& input);

// Whether a call may be repeated: a safe method always, POST and PUT never, others where the caller
// says that they are idempotent.
bool MayRepeat(Method method, bool marked_idempotent);

}  // namespace agencyhandy
