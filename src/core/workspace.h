// Owns the way from what a person knows of their workspace to the page where its API keys are made.
// Owns no other URL (url.h).
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace agencyhandy {

// The address of a workspace's API-key settings (vendor's guide, step 1):
// {workspaceUrl}/workspace-config?tab=api-key.
//
// `text` is a workspace name ("acme"), a workspace URL of which only the host counts, or a custom
// domain; outer white space and letter case do not matter. http is raised to https, except for a
// loopback address, which keeps its port.
//
// Errors: invalid_input at "workspace" with one of the reasons
//   workspace_empty, workspace_too_long (more than kMaxWorkspaceLength characters),
//   workspace_is_key (something like a JWT, which must not become a host name),
//   workspace_scheme (neither http nor https), workspace_credentials ("user@"),
//   workspace_name_short (below 3), workspace_name_characters (other than a-z, 0-9, "-"),
//   workspace_name_hyphen (at an end), workspace_www, workspace_app, workspace_api,
//   workspace_apex (a domain without a sub-domain, which the vendor does not offer),
//   workspace_host (no host name, an IP address, a port).
Result<std::string> ParseWorkspace(std::string_view text);

}  // namespace agencyhandy
