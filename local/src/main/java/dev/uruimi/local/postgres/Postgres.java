package dev.uruimi.local.postgres;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.Unit;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.secrets.SecretFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database server as parts: set up once, then a process. */
public final class Postgres {

  /** Name of the part that is ready when it answers. */
  public static final String NAME = "postgres";

  public static final String USER = "uruimi";

  /** The superuser: for backups and for campaigns, for no service. */
  public static final String ADMIN = "postgres";

  /** Port of this machine's installation. */
  public static final int USUAL_PORT = 7432;

  private static final String SET_UP = "postgres-folder";

  private final UruimiHome home;
  private final int port;
  private final PostgresBinaries binaries;
  private final SecretFile password;
  private final SecretFile admin;

  /**
   * @param port on loopback
   */
  public Postgres(UruimiHome home, int port) {
    this.home = home;
    this.port = port;
    this.binaries = PostgresBinaries.in(home.cache());
    this.password = new SecretFile(home.state().resolve("postgres-password"));
    this.admin = new SecretFile(home.state().resolve("postgres-admin-password"));
  }

  /** The database of {@link #USER} for JDBC. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
  }

  /** What must be there before the parts are started. */
  public BuildTask binaries() {
    return binaries;
  }

  /** Holds the password of {@link #USER}; only its owner may read it. */
  public Path passwordFile() {
    return password.file();
  }

  /** Holds the password of {@link #ADMIN}; only its owner may read it. */
  public Path adminPasswordFile() {
    return admin.file();
  }

  public List<Part> parts() {
    var folder = new DataFolder(home.data(NAME).resolve("18"), binaries, password, admin, port);
    return List.of(Step.of(SET_UP, List.of(), folder::ensure), unit(folder));
  }

  private Unit unit(DataFolder folder) {
    var command = new ArrayList<>(binaries.command("postgres"));
    command.addAll(List.of("-D", folder.path().toString()));
    return Unit.of(NAME, home.data(NAME), command)
        .requiring(SET_UP)
        .readyWhen(new LogIn(url(port), USER, password))
        .withTimeouts(Duration.ofSeconds(90), Duration.ofSeconds(15));
  }
}
