// What was opened, read to the end before anything of it is shown.
#pragma once

#include "emulator/scenario.h"
#include "host/state.h"
#include "kube/findings.h"
#include "ruleset/document.h"
#include "syntax/parser.h"
#include "text/checkpoint.h"
#include "text/diagnostic.h"
#include "ui/destinations.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// A dump with all that was found in it and beside it. Const once made.
struct Opened
{
    QString name;  ///< for the window's title: "nginx_basic", "node.iptables"
    QString path;  ///< of the ruleset; empty when it was pasted
    std::shared_ptr<const std::string> text;
    DocumentPtr document;                      ///< null when nothing could be read: see `problem` and `diagnostics`
    std::shared_ptr<const State> before;       ///< the connections that were given; null where the document is
    std::vector<Diagnostic> diagnostics;       ///< of the ruleset, what the kernel would refuse included
    std::shared_ptr<const KubeDocument> kube;  ///< the services; null where there is no document
    std::vector<Finding> findings;             ///< the gravest first
    std::vector<Destination> destinations;     ///< that the rules name
    LineCounts lines;
    QString scenarioPath;  ///< empty when there is none
    std::optional<Scenario> scenario;
    std::vector<Diagnostic> scenarioDiagnostics;
    std::optional<Message> problem;  ///< a file could not be read
    double seconds = 0;              ///< that reading took
    bool stopped = false;            ///< cancelled: not to be used
};

using OpenedPtr = std::shared_ptr<const Opened>;

/// Reads a ruleset, a scenario beside it or named too, or a folder that holds ruleset.save and scenario.json. Other
/// files make one document with it: more rules, or what is known of the host (`ip addr`, `ipset save`, a snapshot...).
OpenedPtr openFiles(const std::vector<std::string>& named, const Checkpoint& goOn);

/// Reads a dump that was pasted.
OpenedPtr openText(std::string text, const QString& name, const Checkpoint& goOn);

}  // namespace natwalk
