// What trials tell beside their counts: how shares converged, which end each client came to, who met whom.
#pragma once

#include "cli/answer.h"
#include "cli/paper.h"
#include "probability/trials.h"

namespace natwalk::cli {

/// Connections that met earlier ones, and whether clients stayed where they were; silent where there is no history.
void tellHistory(Paper& paper, const Trials& trials);
/// {clients, connections_per_second, seconds_open, requests_per_connection, same_port, replicas, met, cut}
Json historyJson(const Trials& trials);

/// The shares after 10, 100, 1,000, ... trials.
void tellSeries(Paper& paper, const Trials& trials);
/// [{trials, counts}]
Json seriesJson(const Trials& trials);
/// "trials" and a column for each outcome, a line for each point.
void printSeriesCsv(Paper& paper, const Trials& trials);

void tellClients(Paper& paper, const Trials& trials);
/// [{address, connections, moves, outcomes: [{outcome, count}]}], outcomes numbered from 0
Json clientsJson(const Trials& trials);
/// "client,connections,moves,outcome,count", a line for each outcome of each client.
void printClientsCsv(Paper& paper, const Trials& trials);

}  // namespace natwalk::cli
