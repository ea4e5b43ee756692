/** The built-in templates: one line each. */

export {default as atlassian} from './atlassian.md';
export {default as awsCoe} from './aws-coe.md';
export {default as azurePir} from './azure-pir.md';
export {default as classic} from './classic.md';
export {default as derp} from './derp.md';
export {default as dfds} from './dfds.md';
export {default as elastic} from './elastic.md';
export {default as flutter} from './flutter.md';
export {default as gitlab} from './gitlab.md';
export {default as googleApiInfra} from './google-api-infra.md';
export {default as googleSre} from './google-sre.md';
export {default as incidentIo} from './incident-io.md';
export {default as incidentReport} from './incident-report.md';
export {default as kehoe} from './kehoe.md';
export {default as mojCloudPlatform} from './moj-cloud-platform.md';
export {default as mybinder} from './mybinder.md';
export {default as pagerduty} from './pagerduty.md';
