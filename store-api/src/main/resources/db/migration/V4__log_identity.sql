-- The log that the table is the fold of: Kafka's id of the topic, another one when it was made anew.
create table log_identity (
  topic text primary key,
  topic_id text not null
);
