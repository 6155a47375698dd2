-- Who timed a posting is asked when it is warned of later.
create index work_timer_posting on work_timer (posting);
