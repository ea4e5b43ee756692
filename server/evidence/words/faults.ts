import type {ClassSource} from '../lexicon.ts';

/** What goes wrong, what brings it about, and what is seen of it. */
export const faults: ClassSource = {
  outage: `outage, outages, incident, incidents, downtime, disruption, disruptions, interruption, interruptions, unavailability,
    service failure, site failure, breakdown, blackout, degradation, event, crash, service loss`,
  /** What is seen from outside. */
  symptom: `down, offline, slow, slowly, slower, slowness, sluggish, unavailable, inaccessible, unreachable, unresponsive,
    unusable, nonresponsive, not responding, not working, not loading, not accessible, not available, not reachable, unable, cannot, could not,
    couldn't, can't, weren't able, wasn't able, were not able, was not able, couldnt, cant, outage, outages, downtime, disruption, disruptions, disrupted, interruption,
    interruptions, interrupted, unavailability, inaccessibility, degraded, degradation, latency, lag, lagging, timeout, timeouts, timed out,
    time out, timing out, error, errors, failure, failures, failed, failing, fail, fails, crashed, crash, crashes, crashing, hang, hanging, hung,
    freeze, froze, frozen, broken, broke, loss, lost, intermittent, delayed, delays, delay, blank page, white screen, 404, 500, 502, 503, 504, 5xx, 4xx,
    refused, rejected, denied, dropped, stopped working, stopped responding, unstable, instability, long load times, loading times, load times,
    response times, response time, bad gateway, internal server error, locked out, stuck, inability, difficulty, difficulties, trouble, problems,
    frustration, declined, duplicate, corrupted, missing, incorrect, wrong, went dark, out of service, no access, impossible, stopped, stops, poor, poorly, nobody, no one, bad, blank, frustrated, seconds to load, minutes to load, cut off, logged out, kicked out, disconnected, lost access, data loss, denial of service,
    malfunctioning, malfunctioned, defaced, unexpected, gone`,
  /** What draws attention: the object of "noticed". */
  anomaly: `issue, issues, problem, problems, outage, outages, incident, downtime, disruption, error, errors, anomaly, anomalies, abnormality,
    abnormalities, spike, spikes, surge, increase, increased, increasing, drop, decline, unusual, abnormal, abnormally, unexpected, high, elevated, rise, rising,
    slow, slowness, slowdown, sluggish, latency, degraded, degradation, down, offline, unavailable, inaccessible, unreachable, unresponsive, failure, failures, failing,
    failed, crash, crashed, timeouts, timeout, not loading, not working, not responding, not accessible, not serving, irregular, irregularities,
    irregularity, suspicious, strange, weird, odd, wrong, 500, 502, 503, 504, 404, 5xx, fault, glitch, complaints, could not, couldn't, unable,
    not able, behavior, behaviour, symptoms, situation, interruption, blank, wrong page, missing, stale, broken, dead, gone`,
  /** What brings an outage about. */
  defect: `misconfiguration, misconfigurations, misconfigured, misconfig, miss configuration, mis configuration, configuration error, configuration errors,
    configuration change, configuration changes, configuration issue, configuration problem, configuration mistake, config error, config change, configuration file,
    config file, typo, typos, typographical, misspelled, misspelling, misspelt, mispelled, mistyped, mistype, bug, bugs, buggy, leak, leaks, deadlock, deadlocks,
    race condition, infinite loop, overload, overloads, overloaded, overloading, exhaustion, exhausted, exhausting, expired, expiry, expiration, corrupt, corrupted, corruption,
    faulty, fault, broken, incorrect, incorrectly, invalid, wrong, wrongly, mistake, mistaken, mistakenly, inadvertent, inadvertently, accidental, accidentally,
    unintentional, unintentionally, improper, improperly, insufficient, inadequate, outdated, obsolete, unoptimized, unoptimised, poorly optimized, inefficient, inefficiency, inefficiencies, flaw, flawed,
    defect, defective, vulnerability, regression, conflict, conflicts, conflicting, mismatch, incompatible, incompatibility, malfunction, malfunctioning, malfunctioned,
    hardware failure, power failure, power outage, power cut, disk failure, network failure, database failure, server failure, component failure, hard drive, full disk, disk full, disk space, low disk, out of memory, oom,
    memory usage, bottleneck, syntax error, syntax issue, syntax problem, human error, coding error, code error, programming error, typing error, logic error, server error in, spelling error, spelling mistake,
    permission error, permissions, permission, deployment, deploy, deployed, update, updated, upgrade, upgraded, migration, rollout, patch, code change, recent change, recent changes,
    script, query, queries, cron, cronjob, attack, attacks, ddos, dos attack, brute force, firewall, certificate, dns, rate limit, rate limits, connection pool, surge, spike, influx, high traffic, heavy traffic, heavy load, high load,
    increased load, increased traffic, excessive, sudden increase, unexpected load, unexpected traffic, overwhelming, single point of failure, oversight, unhandled, uncaught, null pointer, stale, lack of, absence of, ran out of, run out of, running out of, failure to, missing, untested,
    unpatched, hacker, malicious, malware, breach, third party, upstream, dependency, library, module, plugin, extension, file name, filename, wrong path, load balancer, loadbalancer, cache, caching, index, indexes, thread, threads, ulimit,
    limit, quota, capacity, latency between, replication, fragmented, cable, fiber, fibre, disconnected, backhoe, storm, flood, fire, overheating, overheated, cooling, voltage, cats, gremlins, squirrel`,
  /** What a defect does to a service. */
  effect: `~cause, ~trigger, ~make, ~prevent, ~break, ~crash, ~overload, ~overwhelm, ~exhaust, ~block, ~render, ~force, ~bring, ~create, ~disrupt, ~stop, ~kill,
    ~throw, ~affect, ~impact, ~corrupt, ~disable, ~delete, ~lock, ~take, ~freeze, ~slow, ~fill, ~saturate, ~starve, ~leave, ~drop, ~reject, ~deny, ~wipe, ~interrupt,
    ~halt, ~bypass, ~knock, ~flood, ~trip, ~consume, ~degrade, ~generate, ~produce, ~route, ~misroute, ~deplete, ~cripple, ~paralyze, ~paralyse, ~choke, ~allow, ~expose, ~hit, ~fail, ~run out,
    did not, could not, was not, were not, had not`,
  unknown: `unknown, unclear, undetermined, unidentified, not known, not yet known, not identified, not yet identified, not determined, not yet determined, not clear, under investigation,
    being investigated, pending, still investigating, to be determined`,
  change: `change, changes, update, updates, upgrade, deployment, deploy, release, rollout, roll out, migration, maintenance, patch, push, commit, merge, refactor,
    configuration change, code change, restart, reboot, switch, feature, test`,
  /** Measures that are percentages without being a share of users. */
  measure: `rate, rates, cpu, memory, ram, disk, latency, degradation, increase, decrease, drop, spike, surge, requests, request, errors, error, packet, packets, capacity,
    usage, utilization, utilisation, uptime, availability, slower, faster, higher, lower, reduction, loss, decline, more, less, performance, throughput, server, servers, api, calls, queries, transactions,
    orders, pods, nodes, cluster, instances, full, complete, completed, confident, sure, confidence, coverage, certain, of the web, of the server, bandwidth, load, back, online, recovered, operational, healthy, restored, jump, rise, growth, dip, peak,
    cache, hit, timeout, timeouts, responses, response, revenue, sales, functionality, processing, quota, storage, space, discount, success, failure, failures, unavailability, downtime, slowdown, cores, effort, speed, improvement`,
};
