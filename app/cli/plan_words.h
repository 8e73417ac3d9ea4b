// The words that say who connects: from the command line to a plan of trials.
#pragma once

#include "probability/trials.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace natwalk::cli {

/// A plan as it was described.
struct PlanWords
{
    TrialPlan plan;
    std::string count = "100000";
    std::string kind = "emulated";
    std::optional<std::string> clients, network, requests, replicas;
};

void addPlan(CLI::App& command, PlanWords& words);

/// @throws Failure when a word cannot be understood, or the network has fewer addresses than there are clients
TrialPlan planOf(const PlanWords& words);

std::string_view nameOf(TrialKind kind);

/// "50 clients in turn, from one port each, 100 connections a second, 3 requests on each"; empty for one client.
std::string planText(const TrialPlan& plan);

}  // namespace natwalk::cli
