// A node with one service of two endpoints, to be broken on purpose, and what is found in it.
#pragma once

#include "kube/findings.h"

#include <QString>

#include <initializer_list>
#include <string>
#include <utility>

namespace natwalk::test {

/// The nat table of a node with the service a/b:c, 10.96.0.1:80, endpoints 10.1.0.1:80 and 10.1.0.2:80 behind
/// KUBE-SEP-A and KUBE-SEP-B, in the words of kube-proxy 1.27; with some of its text in other words.
QString cluster(std::initializer_list<std::pair<QString, QString>> changes = {});

/// The cluster with further rules at the end of its nat table.
QString clusterAnd(const QString& rules);

/// The cluster, and a filter table with these lines behind the usual policies.
QString clusterWithFilter(const QString& lines);

/// Text as a document with its services, on the host that it tells of.
KubeDocument kubeOf(const std::string& text);

/// The same on a host that does not route 127.0.0.0/8.
KubeDocument kubeWithoutLoopback(const std::string& text);

/// "warning SharesUnequal @KUBE-SVC-X:2", one to a line, from this severity on.
QString codesOf(const KubeDocument& kube, Severity least);

}  // namespace natwalk::test
