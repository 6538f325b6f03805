// Owns the reply of GET /accounts/companies: from its text to a list. Owns no choice among
// companies (onboarding.h) and no HTTP (responses.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace agencyhandy {

// One workspace that the key's owner belongs to. Text is UTF-8 and the API's own: hostile input to
// whoever paints it.
struct Company {
  std::string id;                // `_id`, 24 hexadecimal digits as documented; never empty
  std::string name;              // may be empty
  std::string logo;              // URL or empty
  std::string extra_small_logo;  // URL or empty
  std::string large_logo;        // URL or empty

  // Defined apart, once, as in Error.
  Company();
  Company(const Company&) = delete;
  Company(Company&&) noexcept;
  Company& operator=(const Company&) = delete;
  Company& operator=(Company&&) noexcept;
  ~Company();
};

// The members in the order in which they cross to JavaScript.
inline constexpr std::string Company::*kCompanyMembers[] = {
    &Company::id, &Company::name, &Company::logo, &Company::extra_small_logo, &Company::large_logo};

// Reads {"message": …, "companies": [{"_id", "name", "logo", "extraSmallLogo", "largeLogo"}, …]}
// (vendor's guide, step 2). `message` and unknown fields are ignored: the vendor has changed the
// wording. An absent or null name or logo is empty; of a duplicate key the last one counts.
// Errors: malformed_response, `where` naming the place, e.g. "companies[2]._id".
Result<std::vector<Company>> ParseCompanies(std::string_view text);

}  // namespace agencyhandy
