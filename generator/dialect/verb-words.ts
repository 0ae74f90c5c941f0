/** Verbs that names of calls begin with. Data: what a further house does goes here. */

const VERBS: ReadonlySet<string> = new Set(
  [
    "abort accept acknowledge activate add allow answer append apply approve archive assign attach authorize autofit",
    "backup begin block bounce bypass calculate call cancel capture change charge check checkin checkout clean clear clone close",
    "commit complete compute confirm connect convert copy count create deactivate decline decommission decrease delete deliver",
    "delta deny deploy deprovision detach disable discard discover dismiss dispatch download edit enable encrypt enroll estimate",
    "evaluate execute exclude expand expire export extend fetch filter find finish follow force forward generate get grant has hide",
    "hold import include increase initialize initiate insert install instantiate invalidate invite invoice invoke is issue join keep",
    "launch leave link list load locate lock log login logout make mark match merge migrate modify move mute notify open order pause",
    "pay permanently play post preview process protect provision publish purchase push put query read reapply reassign reboot rebuild",
    "receive recalculate recover redeem redirect refresh refund register reinstate reject release reload remove rename renew reorder",
    "replace reply report reprocess request reschedule reserve reset resolve restart restore resume retire retrieve retry return",
    "reverse revert revoke rotate run save scan schedule search select send set share ship show shut shutdown sign simulate snooze",
    "sort split start stop store submit subscribe suspend swap switch sync synchronize tentatively terminate test track transfer",
    "translate trigger try unarchive unassign unblock unfollow unhide uninstall unlink unlock unmark unmerge unmute unprotect",
    "unpublish unregister unset unshare unsubmit unsubscribe unsuspend update upgrade upload upsert use validate verify void wait",
    "parse compile compose compare consume collect combine decode decrypt define detect distribute draft draw drop duplicate elevate",
    "emit encode end escalate establish exchange extract fail fill fix flag flush format freeze fulfill handle hash hit identify infer",
    "inspect inspire investigate isolate learn listen lookup map measure monitor mount navigate normalize offboard onboard pair park",
    "perform pick pin ping poll pop prepare promote propose prune pull purge quarantine raise reconcile reduce regenerate relate",
    "relocate render repair repeat resend reopen resize respond review roll rollback route sanitize scroll seal seek sell settle solve",
    "stream strip suggest sum summarize supply tag toggle train transform trim trust turn undelete undo unlist unpack unpin untag",
    "visit vote wake warn watch wrap zip assess",
    "record wipe withdraw write target reactivate recommend confirm disconnect batch bulk force remote hard soft",
  ]
    .join(" ")
    .split(" "),
);
/** Words in -ly that say what, not how. */
const NO_ADVERBS = new Set([
  "family",
  "assembly",
  "anomaly",
  "hourly",
  "daily",
  "weekly",
  "monthly",
  "quarterly",
  "yearly",
]);
const FIRST_WORD = /^[a-z]+/;

/** Whether a camel-cased name begins with a verb, or with a word that says how something is done. */
export function isVerb(name: string): boolean {
  const first = FIRST_WORD.exec(name)?.[0] ?? "";
  return VERBS.has(first) || (first.endsWith("ly") && !NO_ADVERBS.has(first));
}
