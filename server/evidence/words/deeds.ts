import type {ClassSource} from '../lexicon.ts';

const mendVerbs = `fix, correct, restart, reboot, roll back, rollback, revert, patch, replace, remove, adjust, redeploy, reconfigure, disable, rename,
  modify, rewrite, reset, reinstall, recreate, rebuild, fail over, failover, redirect, reroute, rerun, renew, reload, rectify, repair, amend, undo,
  reinstate, optimize, optimise, rebalance, redistribute, reconnect, resync, repoint, reissue, regenerate, relaunch, reapply, bring back, bring up, spin up, turn off, turn on,
  shut down, take offline, comment out, uninstall, hotfix, power cycle, replug, whitelist, unblock, tweak, streamline, upload, rotate, purge, flush, bypass, override, retune, resize, reprovision, re enable, re deploy, re run, re add, re create, refactor, downgrade, vacuum, truncate, sanitize, put in place, swap`;

const handleVerbs = `change, update, upgrade, increase, decrease, reduce, raise, lower, scale, scale up, scale out, add, switch, deploy, clear, kill, terminate, configure, enable, apply, install,
  move, migrate, isolate, block, throttle, expand, provision, allocate, free, free up, clean, clean up, merge, implement, introduce, start, stop, mount, set,
  set up, release, drain, cordon, close, tune, limit, create, grant, append, insert, push, ship, edit, load, delete, drop, promote, extend, double, refresh, roll out, cut over, move back, submit a fix, cherry pick, destroy, revoke, yank, relocate, shift, upsize, restructure, find and fix`;

/** Puts marks of inflection around each word of a list. */
function forms(before: string, verbs: string, after = ''): string {
  const inflect = (verb: string) => verb.trim().replace(/^\S+/, first => `${before}${first}${after}`);
  return verbs.split(',').map(inflect).join(', ');
}

/** What people do in an incident. */
export const deeds: ClassSource = {
  escalate:
    '~escalate, escalation, escalations, ~re escalate, ~elevate, ~hand over, ~handover, ~hand off, ~hand, ~transfer, ~pass, ~forward, ~refer, ~delegate, ~redirect, ~reassign, ~raise, ~route the ticket, ~bump',
  assign:
    '~assign, ~reassign, ~allocate, ~delegate, ~hand, ~hand over, ~hand off, ~pass, ~transfer, ~forward, ~refer, ~turn over',
  /** With somebody as the object. */
  involve: `~involve, ~engage, ~contact, ~notify, ~inform, ~alert, ~page, called, calls, calling, ~call in, ~call upon, ~call up, ~phone, ~ring, ~summon, ~consult, ~consult with, ~mobilize, ~mobilise,
    ~loop in, ~pull in, ~bring in, ~bring on, ~draw in, ~rope in, ~get hold of, ~reach out to, ~reach, ~ping, ~tag, ~message, ~email, ~e mail, ~text, ~invite, ~request help from, ~request assistance from,
    ~request support from, ~ask for help from, ~seek help from, ~seek assistance from, sought help from, sought assistance from, sought the help of, enlisted, ~enlist, ~turn to, ~report to, ~report it to, ~report the issue to, ~speak to, ~speak with, ~talk to,
    ~coordinate with, ~collaborate with, ~work with, ~liaise with, ~partner with, ~brief, ~dispatch, ~assemble, ~gather, ~convene, ~add, ~ask, ~instruct, ~warn, ~wake, ~wake up, ~flag to, ~share with, ~join forces with`,
  /** Done to somebody. */
  involved: `involved, engaged, contacted, notified, informed, alerted, paged, called, called in, called upon, called up, summoned, consulted, mobilized, mobilised, looped in, pulled in, brought in, brought on, brought on board, roped in, drawn in,
    enlisted, pinged, tagged, messaged, emailed, invited, assigned, reached, briefed, added, asked, dispatched, assembled, gathered, convened, tasked, requested, woken, put on, made aware, instructed, looped into, pulled into, brought into, called to`,
  takeover: `~join, ~take over, ~take charge, ~take control, ~take the lead, ~take on, ~step in, ~jump in, ~come in, ~come on, ~come online, ~get involved, ~became involved, ~come to help, ~assist, ~help, ~hop on, ~jump on, ~pick up, ~take ownership, ~swoop in, ~arrive, ~respond to the escalation, ~be on the case`,
  report: `~report, ~complain, ~contact, ~call, ~email, ~e mail, ~tweet, ~notify, ~inform, ~raise, ~flag, ~submit, ~file, ~alert, ~notice, ~message, ~phone, ~tell, ~mention, ~voice, ~disclose, ~announce, ~bring to our attention`,
  notice: `~notice, ~spot, ~observe, ~detect, ~become aware, ~realize, ~realise, ~flag, ~encounter, ~witness, ~stumble upon, ~stumble on, ~stumble across, ~come across, ~recognize, ~recognise, ~experience, ~discover, ~find, ~see, ~identify, ~catch, ~uncover, ~report, ~raise`,
  alerting: `~mail, ~email, ~message, ~post, ~text, ~write, ~say, ~trigger, ~fire, ~go off, ~receive, ~get, ~send, ~raise, ~indicate, ~show, ~report, ~detect, ~notify, ~page, ~flag, ~signal, ~alert, ~warn, ~start, ~come in, ~sound, ~pick up, ~catch, ~see, ~notice, ~scream, ~light up, ~ring, ~reveal, ~identify, ~display, ~inform, ~generate, ~issue, ~arrive, ~beep, ~ping, ~spike, ~emit, ~register, ~highlight, ~turn red, ~fail, ~begin, ~activate, ~tell, ~record, ~observe, ~tip off, ~call, ~spot, ~capture, ~discover, ~log, ~wake, ~buzz, ~blare, ~point, ~set off`,
  investigate: `~investigate, investigation, investigations, investigating, ~check, ~examine, ~inspect, ~review, ~analyze, ~analyse, analysis, ~look, ~search, ~test, ~debug, debugging, ~diagnose, diagnosis, diagnostics, ~troubleshoot, troubleshooting, ~monitor, ~verify, ~confirm,
    ~trace, ~run, ~ping, ~query, ~probe, ~explore, ~study, ~evaluate, ~assess, ~audit, ~read, ~compare, ~isolate, ~narrow, ~dig, ~dive, ~scan, ~curl, ~log, ~reproduce, ~replicate, ~identify, ~find, ~discover, ~determine, ~pinpoint, ~locate, ~suspect, ~assume, ~focus, ~consider, ~observe, ~attempt, ~try, ~restart, ~reboot,
    ~rollback, ~roll back, ~revert, ~scale, ~reroute, ~fix, ~deploy, ~implement, ~apply, ~correct, ~modify, ~adjust, ~change, ~update, ~optimize, ~optimise, ~add, ~remove, ~increase, ~gather, ~collect, ~research, ~open, ~enable, ~disable, ~make enquiries, ~make inquiries, ~ssh, ~log in, ~log into, ~login, ~validate, ~capture, ~profile, ~work, ~ask, ~use, ~rule out`,
  /** How something is mended. "Resolved" and "restored" are not here: they say that it was, not how. */
  mend: forms('~', mendVerbs),
  mended: forms('', mendVerbs, '~ed'),
  mending: forms('', mendVerbs, '~ing'),
  /** Mends where somebody does it; else it may be what went wrong: "traffic increased". */
  handle: forms('~', handleVerbs),
  handled: forms('', handleVerbs, '~ed'),
  handling: forms('', handleVerbs, '~ing'),
  remedy: `rollback, hotfix, hot fix, failover, corrective action, corrective actions, corrective measures, workaround, work around, temporary fix, permanent fix, quick fix, bug fix, bugfix, reboot, restart of, simple fix, restore from, restored from, restored the previous, restored the original,
    restored the correct, restored the last, restored the backup, restored the database, restoring from, restoring the previous, restoring the original, restoring the correct, restoring the backup, reverting to, a fix, the fix`,
  /** How tasks begin. */
  undertake: `~develop, ~hire, ~create, ~write, ~document, ~train, ~schedule, ~conduct, ~improve, ~enhance, ~implement, ~ensure, ~establish, ~define, ~introduce, ~provide, ~perform, ~organize, ~organise, ~educate, ~consider,
    ~explore, ~evaluate, ~require, ~enforce, ~build, ~integrate, ~automate, ~adopt, ~restrict, ~store, ~keep, ~include, ~invest, ~encourage, ~communicate, ~share, ~publish, ~plan, ~prepare, ~prioritize, ~prioritise, ~standardize, ~standardise, ~strengthen,
    ~upskill, ~purchase, ~buy, ~simplify, ~separate, ~split, ~use, ~utilize, ~utilise, ~maintain, ~backup, ~back up, ~protect, ~secure, ~harden, ~encrypt, ~follow, ~avoid, ~prevent, ~make, ~double check, ~add, ~set, ~review, ~test, ~monitor, ~update, ~put, ~hold,
    ~run, ~regularly, regularly, always, never, ~design, ~assign, ~appoint, ~notify, ~alert, ~track, ~log, ~measure, ~detect, ~investigate, ~refine, ~revise, ~formalize, ~rotate, ~replicate, ~upgrade, ~ask, ~agree, ~allow, ~deploy, ~configure, ~fix, ~find, ~verify`,
  /** What mends nothing. */
  seeing: `~notice, ~find, ~see, ~discover, ~detect, ~identify, ~observe, ~spot, ~realize, ~realise, ~suspect, ~assume, ~think, ~believe, ~report, ~investigate, ~check, ~look, ~begin, ~start, ~receive, ~initiate, ~confirm, ~verify,
    ~review, ~analyze, ~analyse, ~examine, ~inspect, ~test, ~monitor, ~respond, ~work, ~try, ~attempt, ~need, ~decide, ~escalate, ~contact, ~notify, ~inform, ~join, ~experience, ~have, ~be, ~focus, ~determine, ~trace, ~learn, ~know, ~hear, ~say,
    ~tell, ~do, ~become, ~get, ~use, ~call, ~page, ~alert, ~forget, ~miss, ~overlook, ~fail, ~cause, ~break, ~delete, ~lose, ~wait, ~ask, ~expect, ~want, ~rely, ~understand, ~pinpoint, ~isolate, ~debug, ~log, ~read, ~meet, ~gather, ~take, ~make, ~come, ~go`,
  suspect: `~suspect, suspicion, suspicions, ~assume, assumption, assumptions, ~hypothesize, ~hypothesise, hypothesis, hypotheses, ~theorize, theory, theories, ~speculate, speculation, ~believe, belief, ~think, thoughts, ~presume, presumption, ~guess, ~blame, ~attribute, ~deem, ~consider, ~focus, ~concentrate, ~fear, ~imagine, ~figure, ~conclude, convinced, ~guess, ~bet, sure it, sure that, certain that`,
  nothing: `no, nothing, none, neither, nor, zero, without, not find, did not find, didn't find, did not reveal, didn't reveal, did not show, didn't show, failed to find, fail to find, unable to find, could not find, couldn't find, failed to reveal, failed to yield, not yield, never found`,
  fault: `issue, issues, problem, problems, anomaly, anomalies, abnormality, abnormalities, irregularities, irregularity, error, errors, fault, faults, evidence, sign, signs, indication, indications, cause, clue, clues, finding, findings, result, results, bottleneck, bottlenecks, correlation, smoking gun, attack, malicious, leak, leaks, failure, failures, success, luck, improvement, improvements, effect, difference, avail, useful, unusual, wrong, suspicious, out of the ordinary, significant, conclusive, relevant, discrepancies, culprit, concern, concerns, root cause, impact on, answers, progress, obvious, link, relation, connection to`,
};
