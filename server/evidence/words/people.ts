import type {ClassSource} from '../lexicon.ts';

/** Who takes part: those who use the service, those who run it, and what watches it for them. */
export const people: ClassSource = {
  user: `user, users, customer, customers, client, clients, visitor, visitors, subscriber, subscribers, shopper, shoppers, buyer,
    buyers, student, students, faculty, professors, lecturers, instructors, learner, learners, member, members, people, persons, player, players, gamer, gamers, patient,
    patients, viewer, viewers, reader, readers, listener, listeners, merchant, merchants, seller, sellers, vendor accounts, tenant,
    tenants, account holders, accounts, organizations, organisations, traveler, travelers, traveller, travellers, passenger,
    passengers, employees, staff, workers, colleagues, office, offices, guest, guests, consumer, consumers, audience, userbase, user base, customer base, client base, user
    population, end user, end users, participants, drivers, riders, patrons, teachers, developers, businesses, companies, partners,
    attendees, citizens, households, traffic, public, clientele, fans, freelancers, donors, beneficiaries, representatives, reps, agents, salespeople, cashiers, clerks, nurses, doctors, shops, branches, devices, restaurants, hosts, publishers, artists, parents, pupils, residents, operators,
    citizens, advertisers, creators, editors, authors, farmers, driver, rider, teacher, employee, user accounts, active users, browsers of`,
  everyone: `everyone, everybody, anyone, anybody, nobody, no one, no user, no users, no customer, no customers, no visitor, no
    visitors, none of our users, none of the users, none of our customers, none of the customers, entire userbase, whole userbase`,
  team: `team, teams, guy, guys, folks, networking, storage, hosting, second level, third level, next level, higher level, higher ups, upper management, task force, squad, squads, department, departments, crew, engineer, engineers, engineering, developer, developers,
    dev, devs, administrator, administrators, admin, admins, sysadmin, sysadmins, operator, operators, operations, ops, devops, sre,
    sres, dba, dbas, on call, oncall, responder, responders, lead, leads, leader, leadership, manager, managers, management,
    supervisor, director, cto, cio, ceo, ciso, vp, head of, chief, architect, architects, specialist, specialists, expert, experts,
    consultant, consultants, technician, technicians, analyst, analysts, provider, providers, vendor, vendors, supplier, suppliers,
    contractor, contractors, support, helpdesk, help desk, service desk, noc, soc, colleague, colleagues, coworker, coworkers,
    co worker, peer, peers, mentor, mentors, senior, staff engineer, maintainer, maintainers, owner, owners, stakeholders, personnel,
    individual, individuals, staff, it department, security, infrastructure, infra, backend, back end, frontend, front end,
    fullstack, full stack, database administrators, network team, platform team, isp, registrar, hosting company, host company,
    aws, azure, google cloud, gcp, cloudflare, digitalocean, heroku, incident commander, commander, incident manager,
    duty officer, war room, warroom, specialised unit, specialized unit, tier 2, tier 3, level 2, level 3, l2, l3, second line,
    third line, boss, superiors, programmer, programmers, webmaster, tester, testers, qa, partner team, dev team, committee,
    board, intern, author, company that`,
  me: 'i, we, he, she, they, someone, somebody, colleague, author, student, teammate, teammates, team member, team members, group member, group members',
  monitor: `monitoring, monitor, monitors, monitored, alert, alerts, alerting, alarm, alarms, pager, pagers, pagerduty, opsgenie,
    victorops, datadog, nagios, zabbix, prometheus, grafana, alertmanager, new relic, newrelic, sentry, uptimerobot, uptime robot,
    pingdom, statuscake, cloudwatch, stackdriver, dynatrace, splunk, elk, kibana, elastic, wavefront, icinga, sensu, checkmk, solarwinds,
    site24x7, better uptime, betterstack, honeycomb, appdynamics, bugsnag, rollbar, health check, health checks, healthcheck,
    healthchecks, healthz, probe, probes, watchdog, watchdogs, dashboard, dashboards, notification, notifications, checker, heartbeat, heartbeats,
    canary, smoke test, smoke tests, synthetic check, synthetic checks, logs showed, graph, graphs, observability, telemetry,
    anomaly detection, statsd, munin, netdata, cacti, syslog, uptime check, uptime checks, status page, slack bot, bot, sms`,
};
