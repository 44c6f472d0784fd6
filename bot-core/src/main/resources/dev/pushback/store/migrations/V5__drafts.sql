-- The draft a person had checked last, and what they don't want to hear of.

alter table person add column draft text not null default '=';       -- sealed; may be empty
alter table person add column draft_left text not null default '';   -- ids of problems that are left out for this draft, with commas
alter table person add column muted text not null default '';        -- ids of problems that are never looked for, with commas
