"""Words that say that something becomes more or less."""

from __future__ import annotations

UP = (
    "rise rises rose risen rising raise raises raised raising grow grows grew grown growing growth increase increases "
    "increased increasing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping soar soars "
    "soared soaring surge surges surged surging leap leaps leaped leapt swell swells swelled swelling expand expands "
    "expanded expanding expansion spike spikes spiked spiking advance advances advanced up higher more larger bigger "
    "improvement improve improves improved boost boosts boosted boosting hike hikes "
    "hiked uptick upturn added adds extra "
    "rocket rocketed shot strengthened widened lengthened mounted"
).split()
DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
    "decreased decreasing cut cuts cutting shrink shrinks shrank shrunk shrinking slide "
    "slides slid sliding slump slumps "
    "slumped slumping plunge plunges plunged plunging tumble tumbles tumbled sink sinks "
    "sank sunk sinking dip dips dipped "
    "dipping lose loses lost loss reduction reduce reduces reduced reducing lower "
    "lowers lowered lowering down less fewer "
    "smaller dwindle dwindled plummet plummets plummeted slip slips slipped slipping contraction contract contracted "
    "narrowed shed slowed weakened eased crash crashed collapse collapsed crumbled halt ebbed shortened"
).split()
