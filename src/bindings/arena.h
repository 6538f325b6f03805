// Owns what `new` gives in this module: memory of one call, wiped as a whole when the call has been
// read. `delete` does nothing, so that no function carries code for cleaning up. What outlives a
// call (a running request) lives in malloc()'s memory instead.
#pragma once

namespace agencyhandy {

// Wipes and frees everything that `new` has given since the last time. Nothing of it may be used
// again.
void ReleaseArena();

}  // namespace agencyhandy
