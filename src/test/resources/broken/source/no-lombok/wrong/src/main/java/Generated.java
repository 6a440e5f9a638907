import lombok.Data;

@Data
class Generated {}
